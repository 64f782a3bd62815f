using System.Collections.Immutable;

namespace AlertWorker.Crossings;

/// <summary>The status of every crossing of which something is known. Immutable.</summary>
public sealed class CrossingBook
{
    private readonly ImmutableDictionary<string, CrossingStatus> statuses;

    private CrossingBook(ImmutableDictionary<string, CrossingStatus> statuses) => this.statuses = statuses;

    public static CrossingBook Empty { get; } =
        new(ImmutableDictionary<string, CrossingStatus>.Empty.WithComparers(StringComparer.Ordinal));

    public IEnumerable<CrossingStatus> Statuses => statuses.Values;

    public int Count => statuses.Count;

    /// <summary>The status of a crossing; null when nothing was ever said of it.</summary>
    public CrossingStatus? this[string crossing] => statuses.GetValueOrDefault(crossing);

    public CrossingBook With(CrossingStatus status) => new(statuses.SetItem(status.Crossing, status));

    public CrossingBook With(IEnumerable<CrossingStatus> changed) =>
        new(statuses.SetItems(changed.Select(status => KeyValuePair.Create(status.Crossing, status))));
}
