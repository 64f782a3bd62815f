using System.Security.Cryptography;
using System.Text.Json;

namespace AlertWorker.Configuration;

/// <summary>A mark of each file of the folder, by which nodes find out whether they run on the same configuration.</summary>
internal static class ConfigMarks
{
    /// <summary>Enough to tell files apart, and too little to find out what is in them.</summary>
    private const int Length = 12;

    /// <summary>Marks by file, relative to the folder; of appsettings.json what all nodes must share, with the environment's say in it.</summary>
    public static IReadOnlyDictionary<string, string> Of(string folder, IEnumerable<string> files, Settings settings)
    {
        var marks = files
            .Where(file => file != ConfigFiles.Settings)
            .ToDictionary(file => file, file => OfFile(folder, file), StringComparer.Ordinal);
        marks[ConfigFiles.Settings] = Mark(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Shared(settings))));
        return marks;
    }

    /// <summary>The mark of a file other than appsettings.json.</summary>
    public static string OfFile(string folder, string file) => Mark(Fingerprint.OfFile(Path.Combine(folder, file)));

    /// <summary>Where a node keeps its files and listens is its own affair, and a password may be given to each.</summary>
    private static Settings Shared(Settings settings) =>
        settings with
        {
            DataDirectory = "",
            Storage = new StorageOptions(),
            Web = settings.Web with { Urls = "" },
            Telegram = settings.Telegram with { BotTokenFile = null },
            Email = settings.Email with
            {
                Password = null,
                PasswordFile = null,
                PickupDirectory = null,
                Dkim = settings.Email.Dkim is { } dkim ? dkim with { PrivateKey = null, PrivateKeyFile = null } : null,
                Bounces = settings.Email.Bounces is { } box ? box with { Password = null, PasswordFile = null } : null,
            },
        };

    private static string Mark(byte[] digest) => Convert.ToHexStringLower(digest)[..Length];
}
