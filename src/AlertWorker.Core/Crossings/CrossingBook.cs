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

    /// <param name="changed">Statuses that take the place of those known; each crossing once.</param>
    public CrossingBook With(IEnumerable<CrossingStatus> changed)
    {
        var all = statuses.ToArray();
        List<CrossingStatus>? first = null;
        foreach (var status in changed)
            if (places.TryGetValue(status.Crossing, out var at))
                all[at] = status;
            else
                (first ??= []).Add(status);
        if (first is null)
            return new CrossingBook(places, all);
        var more = new Dictionary<string, int>(places, StringComparer.Ordinal);
        foreach (var status in first)
            more[status.Crossing] = more.Count;
        return new CrossingBook(more, [.. all, .. first]);
    }
}
