using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary><c>parse</c>: a feed document in, its entries out; with <c>--batch</c> one request a line.</summary>
public static class ParseCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "The document; standard input when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var contentType = new Option<string?>("--content-type") { Description = "The HTTP header it came with." };
        var url = new Option<string?>("--url")
        {
            Description = "The address it came from; relative links start there.",
        };
        var batch = new Option<bool>("--batch")
        {
            Description = "Read requests, one JSON object a line, from standard input.",
        };
        var command = new Command(
            "parse",
            "Read a feed document. Example: AlertWorker parse feed.xml --url https://example.org/feed.xml"
        )
        {
            file,
            contentType,
            url,
            batch,
        };
        command.SetAction(
            async (result, cancellation) =>
            {
                await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
                if (result.GetValue(batch))
                {
                    using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
                    return await RunBatchAsync(input, output, TimeProvider.System, cancellation);
                }
                var request = new ParseRequest(
                    null,
                    result.GetValue(file),
                    result.GetValue(contentType),
                    result.GetValue(url),
                    HttpHeaders: null
                );
                return await RunOneAsync(request, output, TimeProvider.System, cancellation);
            }
        );
        return command;
    }

    /// <summary>Answers every line in its order; a bad document, or a bad line, is an error in its answer and never the end.</summary>
    public static async Task<int> RunBatchAsync(
        TextReader input,
        TextWriter output,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        while (await input.ReadLineAsync(cancellation) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            await output.WriteLineAsync(
                JsonSerializer.Serialize(await AnswerAsync(line, clock, cancellation), ParseReport.Json)
            );
            await output.FlushAsync(cancellation);
        }
        return 0;
    }

    private static async Task<int> RunOneAsync(
        ParseRequest request,
        TextWriter output,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var report = await AnswerAsync(request, clock, cancellation);
        await output.WriteLineAsync(JsonSerializer.Serialize(report with { Seconds = null }, ParseReport.Json));
        if (report.Error is not null)
            await Console.Error.WriteLineAsync(report.Error);
        return report.Error is null ? 0 : 1;
    }

    private static async Task<ParseReport> AnswerAsync(string line, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var request = JsonSerializer.Deserialize<ParseRequest>(line, ParseReport.Json);
            return request?.File is null
                ? ParseReport.Failed(request?.Id, "the request names no file")
                : await AnswerAsync(request, clock, cancellation);
        }
        catch (JsonException exception)
        {
            return ParseReport.Failed(id: null, "the request is no JSON object: " + exception.Message);
        }
    }

    private static async Task<ParseReport> AnswerAsync(
        ParseRequest request,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        try
        {
            var body = await ReadAsync(request.File, cancellation);
            var start = Stopwatch.GetTimestamp();
            var document = FeedReader.Read(body, request.Hints(clock.GetUtcNow()));
            return ParseReport.Of(request.Id, document, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return ParseReport.Failed(request.Id, exception.Message);
        }
    }

    /// <summary>At most one byte more than is read of a document, so that a larger one is seen to be too large. A gzip file is opened once.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string? file, CancellationToken cancellation)
    {
        await using var source = file is null or "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var body = new MemoryStream();
        await CopyAsync(source, body, cancellation);
        if (body.Length < 2 || body.GetBuffer() is not [0x1F, 0x8B, ..])
            return body.ToArray();
        body.Position = 0;
        using var inflated = new MemoryStream();
        await CopyAsync(new GZipStream(body, CompressionMode.Decompress), inflated, cancellation);
        return inflated.ToArray();
    }

    private static async Task CopyAsync(Stream source, MemoryStream target, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        while (target.Length <= FeedLimits.Bytes && await source.ReadAsync(buffer, cancellation) is > 0 and var count)
            target.Write(buffer, 0, count);
    }
}
