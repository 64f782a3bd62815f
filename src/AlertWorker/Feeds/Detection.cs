using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Feeds;

/// <summary>The readers and rules that one configuration makes.</summary>
public sealed class Detection
{
    private ClaimReader? _reader;

    /// <param name="configuration">What is in force from now on.</param>
    /// <param name="before">What was in force: its readers are kept where the files they were made of are the same.</param>
    public Detection(WorkerConfiguration configuration, Detection? before = null)
    {
        Configuration = configuration;
        Desk = new AlertDesk(configuration.Crossings, new FoldRules());
        if (before is not null && IsReadAlike(configuration.Marks, before.Configuration.Marks))
            (Gazetteer, _reader) = (before.Gazetteer, before._reader);
        else
            Gazetteer = new Gazetteer(configuration.Crossings.Values);
    }

    public WorkerConfiguration Configuration { get; }

    public Gazetteer Gazetteer { get; }

    public ClaimReader Reader => _reader ??= new ClaimReader(Gazetteer, Configuration.Lexicons);

    public AlertDesk Desk { get; }

    private static bool IsReadAlike(
        IReadOnlyDictionary<string, string> now,
        IReadOnlyDictionary<string, string> before
    ) => now.Count > 0 && OfReaders(now).SequenceEqual(OfReaders(before));

    /// <summary>Marks of the files that names and cues come from.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfReaders(IReadOnlyDictionary<string, string> marks) =>
        marks
            .Where(mark =>
                Path.GetDirectoryName(mark.Key) is ConfigFiles.CrossingsFolder or ConfigFiles.LanguagesFolder
            )
            .OrderBy(mark => mark.Key, StringComparer.Ordinal);
}
