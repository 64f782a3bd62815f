using System.Globalization;
using AlertWorker.Crossings;

namespace AlertWorker.Configuration;

/// <summary><c>appsettings.json</c>: what belongs to this installation and not to the world. Secrets are read from their files already.</summary>
public sealed record Settings
{
    /// <summary>Where the SQLite file and the pickup folder live; relative to the working directory; created when missing.</summary>
    public string DataDirectory { get; init; } = "data";

    public StorageOptions Storage { get; init; } = new();

    public WebOptions Web { get; init; } = new();

    public TelegramOptions Telegram { get; init; } = new();

    public EmailOptions Email { get; init; } = new();

    public HttpOptions Http { get; init; } = new();

    /// <summary>Where the worker's own troubles are told: the operators of the bot, and those who get mail.</summary>
    public IReadOnlyList<string> OperatorAddresses() =>
        [
            .. Telegram.Operators.Select(id => string.Create(CultureInfo.InvariantCulture, $"telegram:{id}")),
            .. Email.Operators.Select(address => $"mailto:{address}"),
        ];

    /// <summary>Thresholds that run beside the live ones and send nothing; what is not named is as it is live. Null for none.</summary>
    public FoldRules? Shadow { get; init; }
}
