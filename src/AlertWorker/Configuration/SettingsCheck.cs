using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AlertWorker.Configuration;

/// <summary>What a schema cannot say of appsettings.json.</summary>
internal static class SettingsCheck
{
    public static void Run(ConfigNode settings)
    {
        if (settings["DataDirectory"] is { Text: "" or null } directory)
            directory.Fault("is empty; give a folder");
        if (settings["Storage"] is { } storage)
            CheckStorage(storage);
        foreach (var url in Split(settings["Web"]?["Urls"]))
            if (!IsListenUrl(url))
                settings["Web"]!["Urls"]!.Fault(
                    "is not a list of http addresses separated by ;, like http://127.0.0.1:8080"
                );
        foreach (var address in new[] { settings["Web"]?["PublicUrl"], settings["Telegram"]?["ApiBaseUrl"] })
            if (address?.Text is { } text && !IsHttp(text))
                address.Fault("is not an address; an absolute one that begins with http:// or https:// is allowed");
        if (settings["Telegram"]?["BotToken"] is { Text: { } token } tokenNode && !IsBotToken(token))
            tokenNode.Fault("is not a token of BotFather; allowed: digits, a colon and letters, like 123456:ABC-DEF");
        if (settings["Telegram"]?["WebhookSecret"] is { Text: { } secret } secretNode)
            CheckWebhook(secretNode, secret, settings["Web"]?["PublicUrl"]?.Text);
        if (settings["Email"] is { } email)
            CheckEmail(email);
        if (
            settings["Http"]?["UserAgent"] is { Text: { } agent } agentNode
            && (agent.Length == 0 || agent.Any(c => c is < ' ' or > '~'))
        )
            agentNode.Fault("cannot be sent; printable ASCII characters are allowed");
    }

    private static void CheckStorage(ConfigNode storage)
    {
        var isPostgres = storage["Provider"]?.Text == "postgres";
        if (storage["ConnectionString"] is not { Text: { } text } connection)
        {
            if (isPostgres && storage["ConnectionStringFile"] is null)
                storage.Fault("Provider postgres needs ConnectionString or ConnectionStringFile");
        }
        else if (!(isPostgres ? IsPostgres(text) : IsSqlite(text)))
        {
            connection.Fault(
                isPostgres
                    ? "is not a PostgreSQL connection string; allowed: like Host=db;Database=alertworker;Username=aw"
                    : "is not an SQLite connection string; allowed: a file name, or Data Source=file"
            );
        }
    }

    private static bool IsPostgres(string text) => Reads(() => new NpgsqlConnectionStringBuilder(text));

    private static bool IsSqlite(string text) =>
        !text.Contains('=', StringComparison.Ordinal) || Reads(() => new SqliteConnectionStringBuilder(text));

    private static bool Reads(Func<object> connectionString)
    {
        try
        {
            return connectionString() is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>What <c>setWebhook</c> asks for: https, a secret of few characters; and long enough that nobody guesses it.</summary>
    private static void CheckWebhook(ConfigNode node, string secret, string? publicUrl)
    {
        if (secret.Length is < 16 or > 256 || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            node.Fault("is not a webhook secret; allowed: 16 to 256 of A-Z, a-z, 0-9, _ and -");
        if (publicUrl is null)
            node.Fault("needs Web.PublicUrl: Telegram has to know where to deliver");
        else if (!publicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            node.Fault("needs a Web.PublicUrl that begins with https://, for Telegram delivers nowhere else");
    }

    private static void CheckEmail(ConfigNode email)
    {
        if (email["Host"] is { Text: { } host } hostNode && Uri.CheckHostName(host) == UriHostNameType.Unknown)
            hostNode.Fault("is not a host name; give the name or address of the SMTP server alone");
        if (email["From"] is { Text: { } from } fromNode && !AddrSpec.IsSender(from))
            fromNode.Fault("is not a sender; allowed: name@example.org or Name <name@example.org>");
        foreach (var address in email["Operators"]?.Items ?? [])
            if (address.Text is { } text && !AddrSpec.IsPlain(text))
                address.Fault("is not a mail address; one plain address like ops@example.org is allowed");
        if (email["Dkim"] is { } dkim)
            CheckDkim(dkim);
        var hasPassword = email["Password"] is not null || email["PasswordFile"] is not null;
        if (email["UserName"] is { } user && !hasPassword)
            user.Fault("is given without a password; add Password or PasswordFile, or leave UserName out");
    }

    private static void CheckDkim(ConfigNode dkim)
    {
        if (dkim["PrivateKey"] is not { } key)
        {
            if (dkim["PrivateKeyFile"] is null)
                dkim.Fault("has no key; add PrivateKeyFile, a file with an RSA key as PEM");
        }
        else if (!IsRsaKey(key.Text ?? ""))
            key.Fault("is not an RSA key as PEM; allowed: what openssl genrsa 2048 prints");
    }

    private static bool IsRsaKey(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsBotToken(string token) =>
        token.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && token[..colon].All(char.IsAsciiDigit)
        && token.Length > colon + 1
        && token[(colon + 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string[] Split(ConfigNode? urls) => urls?.Text?.Split(';', StringSplitOptions.TrimEntries) ?? [];

    private static bool IsListenUrl(string url) =>
        IsHttp(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal));

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.Host.Length > 0;
}
