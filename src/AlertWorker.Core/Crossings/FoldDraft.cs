using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>A state on the bench: the rules change it, then it is frozen again; what they leave alone is shared with the state before.</summary>
internal sealed class FoldDraft(FoldState state, Crossing crossing, FoldRules rules)
{
    private int lastStand = state.LastStand;

    public FoldRules Rules => rules;

    public string CrossingId => crossing.Id;

    public IReadOnlyList<string> Countries => crossing.Countries;

    public ImmutableArray<FlowCell> Cells { get; private set; } = state.Cells;

    public ImmutableArray<Stand> Stands { get; private set; } = state.Stands;

    public List<Promise> Promises { get; } = [.. state.Promises];

    public Stand? Pending { get; set; } = state.Pending;

    /// <summary>Bits of the cells <see cref="Pending"/> is about.</summary>
    public int PendingFlows { get; set; } = state.PendingFlows;

    public Stand? Dissent { get; set; } = state.Dissent;

    public Incident? Incident { get; private set; } = state.Incident;

    public DateTimeOffset? Since { get; private set; } = state.Since;

    public DateTimeOffset Clock { get; set; } = state.Clock;

    public string Turn { get; private set; } = state.Turn;

    public ImmutableArray<Stand> Replaced { get; set; } = state.Replaced;

    public string? Excepted { get; set; } = state.Excepted;

    public Status Effective(int cell) => StateView.Effective(Stands, Cells[cell]);

    /// <summary>Headline status by domain.md §3.</summary>
    public Status Headline() => StateView.Headline(Stands, Cells);

    /// <summary>Bits of the cells whose effective state is one of these.</summary>
    public int Where(int flows, Func<Status, bool> fits)
    {
        var result = 0;
        for (var i = 0; i < Cells.Length; i++)
            if ((flows & (1 << i)) != 0 && fits(Effective(i)))
                result |= 1 << i;
        return result;
    }

    /// <summary>Bits of the cells of a mode.</summary>
    public int Of(FlowMode mode)
    {
        var result = 0;
        for (var i = 0; i < Cells.Length; i++)
            if (Cells[i].Flow.Mode == mode)
                result |= 1 << i;
        return result;
    }

    /// <summary>The stands that make the given flows what they are.</summary>
    public List<Stand> Behind(int flows)
    {
        var behind = new List<Stand>(2);
        for (var i = 0; i < Cells.Length; i++)
        {
            if ((flows & (1 << i)) == 0)
                continue;
            var status = Effective(i);
            foreach (var stand in Stands)
                if (stand.Status == status && Cells[i].Names(stand.Id) && !behind.Contains(stand))
                    behind.Add(stand);
        }
        return behind;
    }

    public Stand Add(Stand stand)
    {
        stand = stand with { Id = ++lastStand };
        Stands = Stands.Add(stand);
        return stand;
    }

    public void Replace(Stand stand)
    {
        for (var i = 0; i < Stands.Length; i++)
            if (Stands[i].Id == stand.Id)
                Stands = Stands.SetItem(i, stand);
    }

    /// <summary>Makes a stand the word of its holder on the given flows.</summary>
    public void SetWord(int flows, Stand stand)
    {
        for (var i = 0; i < Cells.Length; i++)
            if ((flows & (1 << i)) != 0)
                Cells = Cells.SetItem(
                    i,
                    stand.Holder == Countries[0] ? Cells[i] with { First = stand.Id }
                        : stand.Holder == Countries[1] ? Cells[i] with { Second = stand.Id }
                        : Cells[i] with { Either = stand.Id }
                );
    }

    /// <summary>Takes back every word on the given flows that fits.</summary>
    public void ClearWords(int flows, Func<Stand, bool> fits)
    {
        for (var i = 0; i < Cells.Length; i++)
            if ((flows & (1 << i)) != 0)
                Cells = Cells.SetItem(
                    i,
                    Cells[i] with
                    {
                        First = Kept(Cells[i].First, fits),
                        Second = Kept(Cells[i].Second, fits),
                        Either = Kept(Cells[i].Either, fits),
                    }
                );
    }

    /// <summary>Keeps headline, since and incident in step after the words changed.</summary>
    public void Settle(Status headline, DateTimeOffset since, FoldRule rule)
    {
        Turn = rule.Name;
        var now = Headline();
        if (now == headline)
            return;
        Since = now == Status.Unknown ? null : since;
        if (now == Status.Open && Incident is { Ended: null } over)
            Incident = over with { Ended = since };
        else if (now > Status.Open && Incident is not { Ended: null } && !AllRoutine())
            Incident = new Incident($"{CrossingId}/{since.UtcDateTime:yyyy-MM-dd}", since);
    }

    /// <summary>The reopening that ended the incident was none: the old incident goes on.</summary>
    public void Revive(Incident incident, DateTimeOffset since)
    {
        Incident = incident with { Ended = null };
        Since = since;
    }

    /// <summary>Puts one word in the place of all that were said of flows that are still held to be so.</summary>
    public void Correct(IReadOnlyDictionary<Flow, Status> wrong, Status right, Support word)
    {
        var headline = Headline();
        var flows = 0;
        for (var i = 0; i < Cells.Length; i++)
            if (wrong.TryGetValue(Cells[i].Flow, out var told) && told == Effective(i) && told != right)
                flows |= 1 << i;
        // a reopening taken back: what it replaced has lasted all the time
        var lasted = right > Status.Open ? Replaced.FirstOrDefault(stand => stand.Status >= right) : null;
        var since = lasted?.Since ?? word.At;
        ClearWords(flows, _ => true);
        if (flows != 0 && right != Status.Unknown)
            SetWord(flows, Add(Stand.Of(right, word) with { Since = since, Cause = lasted?.Cause }));
        (Pending, Dissent) = (null, null);
        if (Headline() > Status.Open && Incident is { Ended: not null } over)
            Revive(over, since);
        Settle(headline, since, FoldRule.Corrected);
        if (Headline() == Status.Unknown && Incident is { Ended: null } lasting)
            Incident = lasting with { Ended = word.At };
        Clock = word.At;
    }

    /// <summary>Forgets every word said so far.</summary>
    public void Forget()
    {
        ClearWords(-1, _ => true);
        (Stands, Replaced) = ([], []);
        (Pending, Dissent) = (null, null);
    }

    /// <summary>The state as it is now, without stands that are nobody's word any more.</summary>
    public FoldState Freeze() =>
        new()
        {
            Cells = Cells,
            Stands = Stands.RemoveAll(stand => !IsWord(stand)),
            LastStand = lastStand,
            Pending = Pending,
            PendingFlows = Pending is null ? 0 : PendingFlows,
            Dissent = Dissent,
            Promises = Promises.SequenceEqual(state.Promises) ? state.Promises : [.. Promises],
            Incident = Incident,
            Since = Since,
            Clock = Clock,
            Turn = Turn,
            Replaced = Replaced,
            Excepted = Excepted,
        };

    private bool AllRoutine()
    {
        for (var i = 0; i < Cells.Length; i++)
            if (Effective(i) > Status.Open && Behind(1 << i).Exists(stand => !stand.Routine))
                return false;
        return true;
    }

    private bool IsWord(Stand stand)
    {
        foreach (var cell in Cells)
            if (cell.Names(stand.Id))
                return true;
        return false;
    }

    private int Kept(int id, Func<Stand, bool> fits) =>
        StateView.Find(Stands, id) is { } stand && !fits(stand) ? id : 0;
}
