using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>The hashes an entry is remembered by: of fixed length, however long its guid.</summary>
internal static class EntryPrint
{
    /// <param name="key">Its key within the feed, as <see cref="EntryIdentity"/> gives it.</param>
    /// <param name="now">Time of reading, UTC.</param>
    public static SeenEntry Of(string feed, Entry entry, string key, DateTimeOffset now) =>
        new(
            Hash($"{feed}\n{key}"),
            Hash(EntryIdentity.StoryFingerprint(entry)),
            Hash(entry.Readings.Count == 0 ? EntryIdentity.Fingerprint(entry) : Shown(entry, now)),
            now.ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds()
        );

    /// <summary>
    /// A status board counts minutes of waiting; it says something else only when a state changes, and says it once more each day,
    /// so that what it shows does not fade.
    /// </summary>
    private static string Shown(Entry entry, DateTimeOffset now) =>
        string.Join('\n', entry.Readings.Select(r => $"{r.PostId}|{r.Cargo}|{r.Into}|{r.State}"))
        + now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
