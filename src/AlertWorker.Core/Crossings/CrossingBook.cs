namespace AlertWorker.Crossings;

/// <summary>
/// The status of every crossing of which something is known. Immutable: books share the places of their crossings, so that
/// another book costs a copy of references.
/// </summary>
public sealed class CrossingBook
{
    private readonly Dictionary<string, int> places;
    private readonly CrossingStatus[] statuses;

    private CrossingBook(Dictionary<string, int> places, CrossingStatus[] statuses) =>
        (this.places, this.statuses) = (places, statuses);

    public static CrossingBook Empty { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal), []);

    /// <summary>In the order in which they became known.</summary>
    public IReadOnlyList<CrossingStatus> Statuses => statuses;

    public int Count => statuses.Length;

    /// <summary>The status of a crossing; null when nothing was ever said of it.</summary>
    public CrossingStatus? this[string crossing] => places.TryGetValue(crossing, out var at) ? statuses[at] : null;

    public CrossingBook With(IEnumerable<CrossingStatus> changed)
    {
        var all = new List<CrossingStatus>(statuses);
        var known = places;
        foreach (var status in changed)
            if (known.TryGetValue(status.Crossing, out var at))
                all[at] = status;
            else
            {
                if (ReferenceEquals(known, places))
                    known = new Dictionary<string, int>(places, StringComparer.Ordinal);
                known[status.Crossing] = all.Count;
                all.Add(status);
            }
        return new CrossingBook(known, [.. all]);
    }
}
