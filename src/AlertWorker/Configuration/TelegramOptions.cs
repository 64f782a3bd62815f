namespace AlertWorker.Configuration;

/// <summary>The bot. Without a token there is none.</summary>
public sealed record TelegramOptions
{
    /// <summary>As BotFather gave it. Never shown.</summary>
    public string? BotToken { get; init; }

    public string? BotTokenFile { get; init; }

    /// <summary>Part of the address at which Telegram delivers updates; null to ask for them (long polling). Never shown.</summary>
    public string? WebhookSecret { get; init; }

    public string? WebhookSecretFile { get; init; }

    public string ApiBaseUrl { get; init; } = "https://api.telegram.org";

    /// <summary>Numeric ids of the users who may operate the worker through the bot and are told of its troubles.</summary>
    public IReadOnlyList<long> Operators { get; init; } = [];

    /// <summary>True when there is a token to send with.</summary>
    public bool IsOn => BotToken is not null;

    public override string ToString() => $"{nameof(TelegramOptions)} {ApiBaseUrl}";
}
