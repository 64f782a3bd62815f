using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Configuration;

/// <summary>The whole configuration folder, read and found without fault.</summary>
public sealed record WorkerConfiguration
{
    public required Settings Settings { get; init; }

    /// <summary>Every feed, also the ones that are off.</summary>
    public required IReadOnlyList<FeedOptions> Feeds { get; init; }

    /// <summary>Every crossing by its id.</summary>
    public required IReadOnlyDictionary<string, Crossing> Crossings { get; init; }

    public required IReadOnlyList<Lexicon> Lexicons { get; init; }

    /// <summary>The wording of every language.</summary>
    public required MessageCatalogs Messages { get; init; }

    public required IReadOnlyList<Corridor> Corridors { get; init; }

    /// <summary>A mark of each file; nodes with equal marks run on the same configuration.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();

    /// <summary>The subscribers of the file; people who subscribed themselves are in the store.</summary>
    public required IReadOnlyList<Subscriber> Subscribers { get; init; }
}
