using System.Runtime.CompilerServices;
using System.Text;
using AlertWorker.Configuration;
using AlertWorker.Entries;

namespace AlertWorker.Commands;

/// <summary>A recorded day, read as it comes. A bad line is told on standard error and skipped.</summary>
internal sealed class ReplayLines(string file, WorkerConfiguration configuration)
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
    public async IAsyncEnumerable<ReplayLine> Read([EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        for (var number = 1; await reader.ReadLineAsync(stop) is { } text; number++)
            if (!string.IsNullOrWhiteSpace(text) && await Parse(text, number) is { } line)
                yield return line;
    }

    private async Task<ReplayLine?> Parse(string text, int number)
    {
        try
        {
            return ReplayLine.Parse(text, _feeds);
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
