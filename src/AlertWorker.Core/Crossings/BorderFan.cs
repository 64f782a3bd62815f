namespace AlertWorker.Crossings;

/// <summary>Spreads claims on a whole border to every crossing of the pair that the same story does not name.</summary>
public sealed class BorderFan
{
    private readonly IReadOnlyDictionary<string, Crossing> crossings;
    private readonly Dictionary<string, List<Crossing>> pairs = new(StringComparer.Ordinal);

    public BorderFan(IReadOnlyDictionary<string, Crossing> crossings)
    {
        this.crossings = crossings;
        foreach (var crossing in crossings.Values.OrderBy(crossing => crossing.Id, StringComparer.Ordinal))
        {
            if (!pairs.TryGetValue(crossing.Border, out var pair))
                pairs[crossing.Border] = pair = [];
            pair.Add(crossing);
        }
    }

    /// <summary>The notes of a poll by crossing; places that are not configured are left out.</summary>
    public IReadOnlyList<(Crossing Crossing, IReadOnlyList<ClaimNote> Notes)> Spread(IReadOnlyList<ClaimNote> notes)
    {
        var spread = new Dictionary<string, List<ClaimNote>>(notes.Count, StringComparer.Ordinal);
        var wide = new List<ClaimNote>(0);
        foreach (var note in notes)
            if (note.BorderWide)
                wide.Add(note);
            else if (crossings.ContainsKey(note.Claim.Crossing))
                Add(spread, note.Claim.Crossing, note with { Apart = notes.Any(other => SetsApart(note, other)) });
        foreach (var note in wide)
        foreach (var crossing in pairs.GetValueOrDefault(note.Claim.Crossing) ?? [])
            if (!notes.Any(other => Names(other, note, crossing.Id) || Narrows(other, note)))
                Add(spread, crossing.Id, note);
        return [.. spread.Select(pair => (crossings[pair.Key], (IReadOnlyList<ClaimNote>)pair.Value))];
    }

    /// <summary>"All crossings were closed except Torkham": what the story says of one by name counts there.</summary>
    private static bool Names(ClaimNote named, ClaimNote border, string crossing) =>
        named.EntryId == border.EntryId
        && named.Claim.Crossing == crossing
        && named.Claim is { Stance: not Claims.Stance.Past, Status: not null };

    /// <summary>"Border reopens", and then the posts that did: openings need proof, so the others wait for theirs.</summary>
    private static bool Narrows(ClaimNote named, ClaimNote border) =>
        !named.BorderWide && named.EntryId == border.EntryId && Opens(named) && Opens(border);

    /// <summary>"The border will reopen; Bobrowniki and Kuźnica remain closed": a word on the whole border does not mean them.</summary>
    private bool SetsApart(ClaimNote named, ClaimNote border) =>
        border.BorderWide
        && named.EntryId == border.EntryId
        && named.Claim is { Stance: Claims.Stance.Asserted, Status: Claims.Status.Closed }
        && border.Claim is { Change: Claims.Change.Reopening, Stance: Claims.Stance.Asserted or Claims.Stance.Planned }
        && crossings[named.Claim.Crossing].Border == border.Claim.Crossing;

    private static bool Opens(ClaimNote note) =>
        note.Claim is { Stance: Claims.Stance.Asserted, Change: Claims.Change.Reopening };

    private static void Add(Dictionary<string, List<ClaimNote>> spread, string crossing, ClaimNote note)
    {
        if (!spread.TryGetValue(crossing, out var notes))
            spread[crossing] = notes = [];
        notes.Add(note);
    }
}
