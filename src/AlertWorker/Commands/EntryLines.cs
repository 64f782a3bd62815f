using System.Runtime.CompilerServices;
using System.Text;
using AlertWorker.Configuration;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>A file of entries, read as it comes. A bad line is told on standard error and skipped.</summary>
/// <param name="file">Path, or <c>-</c> for standard input.</param>
/// <param name="configuration">Names the sources that lines refer to by id.</param>
internal sealed class EntryLines(string file, WorkerConfiguration configuration)
{
    private readonly Dictionary<string, Source> _feeds = configuration.Feeds.ToDictionary(
        feed => feed.Id,
        feed => feed.ToSource(),
        StringComparer.Ordinal
    );

    /// <summary>How many lines were bad so far.</summary>
    public int Bad { get; private set; }

    /// <summary>The good lines in order.</summary>
    /// <exception cref="UsageException">The file cannot be opened.</exception>
    public async IAsyncEnumerable<EntryLine> Read([EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        for (var number = 1; await reader.ReadLineAsync(stop) is { } line; number++)
            if (!string.IsNullOrWhiteSpace(line) && await Parse(line, number) is { } entry)
                yield return entry;
    }

    private async Task<EntryLine?> Parse(string line, int number)
    {
        try
        {
            return EntryLine.Parse(line, _feeds);
        }
        catch (FormatException fault)
        {
            Bad++;
            await Console.Error.WriteLineAsync(
                $"{(file == "-" ? "standard input" : file)}: line {number}: {fault.Message}"
            );
            return null;
        }
    }

    private Stream Open()
    {
        try
        {
            return file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: the file cannot be opened: {fault.Message}");
        }
    }
}
