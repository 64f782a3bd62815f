using AlertWorker.Configuration;
using AlertWorker.Storage;

namespace AlertWorker.Channels;

/// <summary>How a rig is set up; its store is a file of its own that goes away with this.</summary>
internal sealed class RigOptions : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alertworker-");

    public string Folder => _folder.FullName;

    public string File => Path.Combine(Folder, "aw.db");

    /// <summary>The clock of everything but the tests' own patience.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    public TelegramOptions Telegram { get; set; } = new();

    public EmailOptions Email { get; set; } = new();

    public TelegramLimits Limits { get; set; } = TelegramLimits.None;

    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>The store's engine; a file in <see cref="Folder"/> unless another is set.</summary>
    public Func<ISqlDialect>? Engine { get; set; }

    /// <summary>What stands between the store and its engine.</summary>
    public Func<ISqlDialect, ISqlDialect> Dialect { get; set; } = dialect => dialect;

    public string? PublicUrl { get; set; }

    public bool AllowPrivate { get; set; } = true;

    public void Use(TelegramServer server) =>
        Telegram = new TelegramOptions { BotToken = TelegramServer.Token, ApiBaseUrl = server.Url };

    public void Use(SmtpListener server, string security = "starttls", bool login = true) =>
        Email = new EmailOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            UserName = login ? "user" : null,
            Password = login ? "pass" : null,
            From = "Border Alerts <alerts@alerts.example>",
        };

    public void Dispose() => _folder.Delete(recursive: true);
}
