using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Turns a weighed finding into the claim of the contract.</summary>
internal sealed class ClaimWriter(
    Passage passage,
    string original,
    Source source,
    StanceReader stances,
    Gazetteer gazetteer
)
{
    private const string CargoOnly = "trade";
    private const int ShortClause = 3;
    private const int LongestSentence = 280;

    private readonly SpeakerReader speakers = new(passage, original, source);

    /// <summary>The lexicon knows only a few words of the language.</summary>
    public bool Brief { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public Claim Write(Finding finding)
    {
        var place = gazetteer.Find(finding.Crossing);
        var speaker = speakers.Of(finding.Clause, place);
        var (status, change, barred) = StateOf(finding, place);
        var asserted = finding.Stance == Stance.Asserted;
        return new Claim
        {
            Crossing = finding.Crossing,
            Status = asserted ? status : null,
            Change = change,
            Ongoing = asserted && finding.Ongoing,
            Scheduled = finding.Stance == Stance.Planned ? stances.ScheduleOf(finding.When) : null,
            Until = finding.Until.At(Zone),
            Scope = finding.Scope == Scope.NotSaid && place?.Traffic == CargoOnly ? Scope.Trade : finding.Scope,
            Direction = finding.Direction,
            Stance = finding.Stance,
            Cause = CauseReader.Of(passage, finding.Clause),
            Speaker = speaker,
            Certainty = CertaintyOf(finding, speaker),
            Alerting =
                asserted
                && !finding.IsComplement
                && change != Change.None
                && !(finding.Exception && finding.Scope == Scope.Trade),
            Evidence = EvidenceOf(finding),
            ActingSide = finding.ActingSide ?? (speaker.Kind == SpeakerKind.Official ? speaker.Side : null),
            Exception = finding.Exception,
            Barred = barred,
            Partial = change == Change.Reopening && finding.SomeGoods,
            EventTime = asserted ? stances.HappenedAt(finding.When) : null,
            Rules = finding.Rules,
        };
    }

    /// <summary>domain.md §3: what a closure or reopening of one class, one direction or some hours leaves of the whole.</summary>
    private static (Status? Status, Change Change, bool Barred) StateOf(Finding finding, Place? place)
    {
        switch (finding.Change)
        {
            case Change.Closure when finding.Scope == Scope.People && place?.Traffic != "pedestrian":
                return (Status.Restricted, Change.Restriction, Barred: true);
            case Change.Closure when finding.Partly || finding.Direction is not null:
                return (Status.Restricted, Change.Restriction, Barred: false);
            case Change.Closure
                when finding is { Scope: Scope.Trade, RestUnaffected: true, Trucks: true, NothingFlows: false }:
                return (Status.Restricted, Change.Restriction, Barred: true);
            case Change.Closure:
                return (Status.Closed, Change.Closure, Barred: true);
            case Change.Restriction:
                return (Status.Restricted, Change.Restriction, Barred: false);
            case Change.Reopening
                when finding.Partly || finding.Exception || (LeavesOthersOut(finding) && place?.Traffic != CargoOnly):
                return (Status.Restricted, Change.Reopening, Barred: false);
            default:
                return (Status.Open, finding.Change, Barred: false);
        }
    }

    /// <summary>
    /// "Opened for pedestrians", "only lorries may pass yet": the other class still waits. Where trade "has resumed" and nothing is
    /// said of people, trade alone had stopped.
    /// </summary>
    private static bool LeavesOthersOut(Finding finding) =>
        !finding.RestUnaffected
        && (
            finding.Scope == Scope.People
            || (
                finding.Scope == Scope.Trade
                && (finding.IsForOneClass || finding.Event.Cue.Event!.Needs != EventNeed.Traffic)
            )
        );

    /// <summary>domain.md §4.4, as far as one entry can tell: a named official is likely, everything else possible.</summary>
    private Certainty CertaintyOf(Finding finding, Speaker speaker) =>
        !Brief
        && !finding.Hearsay
        && speaker.Kind == SpeakerKind.Official
        && source.Tier is not (SourceTier.Field or SourceTier.Aggregator)
            ? Certainty.Likely
            : Certainty.Possible;

    /// <summary>The clause; the whole sentence when the clause alone would not be understood.</summary>
    private Evidence EvidenceOf(Finding finding)
    {
        var (first, end) = (finding.Clause.First, finding.Clause.End);
        var sentence = passage.SentenceOf(finding.Clause).ToList();
        var named = passage.PlacesIn(finding.Clause).Any() || passage.Has(finding.Clause, CueClass.Border);
        if (!named || end - first < ShortClause)
        {
            var (from, to) = Offsets(sentence[0].First, sentence[^1].End);
            if (to - from <= LongestSentence)
                (first, end) = (sentence[0].First, sentence[^1].End);
        }

        var (start, stop) = Offsets(first, end);
        return new Evidence(original[start..stop], start, stop);
    }

    private (int Start, int End) Offsets(int first, int end)
    {
        while (end - 1 > first && !passage.Tokens[end - 1].IsWordLike)
            end--;
        while (first < end - 1 && !passage.Tokens[first].IsWordLike)
            first++;
        var start = passage.Text.OriginOf(passage.Tokens[first].Start);
        var stop = passage.Text.OriginOf(passage.Tokens[end - 1].End - 1) + 1;
        if (stop < original.Length && char.IsLowSurrogate(original[stop]))
            stop++;
        return (start, Math.Max(stop, start));
    }
}
