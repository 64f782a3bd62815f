using System.IO.Compression;

namespace AlertWorker.Feeds;

/// <summary>Reads and unpacks a body up to a cap, without ever holding more than the cap.</summary>
internal static class BodyReader
{
    /// <summary>Bytes that no ordinary feed has.</summary>
    public const int Large = 1024 * 1024;

    private static readonly string[] Known = ["gzip", "x-gzip", "deflate", "br", "identity"];

    /// <summary>The body, and whether it came to its end.</summary>
    /// <param name="whenLarge">Awaited once, as soon as the body turns out to be larger than <see cref="Large"/>.</param>
    /// <exception cref="InvalidDataException">Over the cap, or the declared encoding cannot be undone.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, bool Whole)> Read(
        HttpContent content,
        int cap,
        Func<Task> whenLarge,
        CancellationToken cancellation
    )
    {
        var encodings = content.Headers.ContentEncoding.Select(e => e.Trim().ToLowerInvariant()).ToArray();
        if (encodings.Length > 2 || encodings.Except(Known, StringComparer.Ordinal).Any())
            throw new InvalidDataException($"Content-Encoding {string.Join(", ", encodings)} is not one we asked for");

        await using var raw = await content.ReadAsStreamAsync(cancellation);
        await using var body = Unpack(raw, encodings);
        using var read = new ChunkedBytes();
        var isLarge = false;
        try
        {
            while (await body.ReadAsync(read.Free, cancellation) is > 0 and var count)
            {
                read.Advance(count);
                if (!isLarge && read.Length > Large)
                {
                    isLarge = true;
                    await whenLarge();
                    read.Widen(cap);
                }
                if (read.Length > cap)
                    throw new InvalidDataException($"more than {cap / (1024 * 1024)} MiB");
            }
            return (read.ToMemory(), EndedWell(raw, encodings));
        }
        catch (Exception e) when (IsCut(e) && read.Length > 0)
        {
            return (read.ToMemory(), Whole: false);
        }
    }

    /// <summary>The connection ended, or the packed data did (which the runtime only says by its message).</summary>
    private static bool IsCut(Exception e) =>
        e is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
        || (e is InvalidDataException && e.Message.Contains("truncated", StringComparison.OrdinalIgnoreCase));

    private static bool EndedWell(Stream raw, string[] encodings) => encodings.Length == 0 || raw.ReadByte() < 0;

    /// <summary>Undoes the encodings from the last applied to the first.</summary>
    private static Stream Unpack(Stream raw, string[] encodings)
    {
        foreach (var encoding in encodings.Reverse())
            raw = encoding switch
            {
                "gzip" or "x-gzip" => new GZipStream(raw, CompressionMode.Decompress),
                // RFC 9110 §8.4.1.2: "deflate" is the zlib format.
                "deflate" => new ZLibStream(raw, CompressionMode.Decompress),
                "br" => new BrotliStream(raw, CompressionMode.Decompress),
                _ => raw,
            };
        return raw;
    }
}
