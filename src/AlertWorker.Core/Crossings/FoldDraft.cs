using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>A state on the bench: the rules change it in place, then it is frozen again.</summary>
internal sealed class FoldDraft
{
    private readonly FoldState before;
    private readonly List<Stand> stands;
    private int lastStand;

    public FoldDraft(FoldState state, Crossing crossing, FoldRules rules)
    {
        (before, Rules, CrossingId, Countries) = (state, rules, crossing.Id, crossing.Countries);
        Cells = [.. state.Cells];
        stands = [.. state.Stands];
        lastStand = state.LastStand;
        Promises = [.. state.Promises];
        (Pending, Dissent, Incident, Since) = (state.Pending, state.Dissent, state.Incident, state.Since);
        (Clock, Turn, Replaced, Excepted) = (state.Clock, state.Turn, state.Replaced, state.Excepted);
        (Prints, PendingFlows) = (PrintShelf.Of(state.Prints), state.PendingFlows);
    }

    public FoldRules Rules { get; }

    public string CrossingId { get; }

    public IReadOnlyList<string> Countries { get; }

    public FlowCell[] Cells { get; }

    public List<Promise> Promises { get; }

    public Stand? Pending { get; set; }

    /// <summary>Bits of the cells <see cref="Pending"/> is about.</summary>
    public int PendingFlows { get; set; }

    public Stand? Dissent { get; set; }

    public Incident? Incident { get; private set; }

    public DateTimeOffset? Since { get; private set; }

    public DateTimeOffset Clock { get; set; }

    public string Turn { get; private set; }

    public IReadOnlyList<Stand> Replaced { get; set; }

    public string? Excepted { get; set; }

    public PrintShelf Prints { get; set; }

    public IEnumerable<Stand> Stands => stands;

    public Stand? Find(int id)
    {
        foreach (var stand in stands)
            if (stand.Id == id)
                return stand;
        return null;
    }

    public Status Effective(int cell)
    {
        var (first, second, either) = (Of(Cells[cell].First), Of(Cells[cell].Second), Of(Cells[cell].Either));
        return (Status)Math.Max((int)either, Math.Max((int)first, (int)second));
    }

    /// <summary>Headline status by domain.md §3.</summary>
    public Status Headline()
    {
        var tally = new HeadlineTally();
        for (var i = 0; i < Cells.Length; i++)
            tally.Count(Cells[i].Flow.Mode, Effective(i));
        return tally.Headline;
    }

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
        var behind = new List<Stand>(4);
        for (var i = 0; i < Cells.Length; i++)
        {
            if ((flows & (1 << i)) == 0)
                continue;
            var status = Effective(i);
            foreach (var id in (ReadOnlySpan<int>)[Cells[i].First, Cells[i].Second, Cells[i].Either])
                if (Find(id) is { } stand && stand.Status == status && !behind.Exists(other => other.Id == id))
                    behind.Add(stand);
        }
        return behind;
    }

    public Stand Add(Stand stand)
    {
        stand = stand with { Id = ++lastStand };
        stands.Add(stand);
        return stand;
    }

    public void Replace(Stand stand)
    {
        var at = stands.FindIndex(known => known.Id == stand.Id);
        if (at >= 0)
            stands[at] = stand;
    }

    /// <summary>Makes a stand the word of its holder on the given flows.</summary>
    public void SetWord(int flows, Stand stand)
    {
        for (var i = 0; i < Cells.Length; i++)
        {
            if ((flows & (1 << i)) == 0)
                continue;
            if (stand.Holder == Countries[0])
                Cells[i] = Cells[i] with { First = stand.Id };
            else if (stand.Holder == Countries[1])
                Cells[i] = Cells[i] with { Second = stand.Id };
            else
                Cells[i] = Cells[i] with { Either = stand.Id };
        }
    }

    /// <summary>Takes back every word on the given flows that fits.</summary>
    public void ClearWords(int flows, Func<Stand, bool> fits)
    {
        for (var i = 0; i < Cells.Length; i++)
            if ((flows & (1 << i)) != 0)
                Cells[i] = Cells[i] with
                {
                    First = Kept(Cells[i].First, fits),
                    Second = Kept(Cells[i].Second, fits),
                    Either = Kept(Cells[i].Either, fits),
                };
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

    /// <summary>Forgets every word said so far.</summary>
    public void Forget()
    {
        ClearWords(-1, _ => true);
        stands.Clear();
        Replaced = [];
        (Pending, Dissent) = (null, null);
    }

    /// <summary>Drops stands that are nobody's word any more.</summary>
    public void Sweep()
    {
        stands.RemoveAll(stand =>
            !Array.Exists(Cells, cell => cell.First == stand.Id || cell.Second == stand.Id || cell.Either == stand.Id)
        );
        if (Pending is null)
            PendingFlows = 0;
    }

    public FoldState Freeze()
    {
        Sweep();
        return before with
        {
            Cells = Cells,
            Stands = stands,
            LastStand = lastStand,
            Pending = Pending,
            PendingFlows = PendingFlows,
            Dissent = Dissent,
            Promises = Promises,
            Incident = Incident,
            Since = Since,
            Clock = Clock,
            Turn = Turn,
            Replaced = Replaced,
            Excepted = Excepted,
            Prints = Prints,
        };
    }

    private bool AllRoutine()
    {
        for (var i = 0; i < Cells.Length; i++)
            if (Effective(i) > Status.Open && Behind(1 << i).Exists(stand => !stand.Routine))
                return false;
        return true;
    }

    private int Kept(int id, Func<Stand, bool> fits) => Find(id) is { } stand && !fits(stand) ? id : 0;

    private Status Of(int id) => Find(id)?.Status ?? Status.Unknown;
}
