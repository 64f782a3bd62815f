namespace AlertWorker.Claims;

/// <summary>How an entry was read: for people who ask why.</summary>
/// <param name="Language">ISO 639-1; <c>und</c> when the text was not taken apart.</param>
/// <param name="Clauses">In the order of the text.</param>
public sealed record ReadingTrace(string Language, IReadOnlyList<ClauseTrace> Clauses)
{
    /// <summary>Neither a crossing nor a country's border is spoken of.</summary>
    public static ReadingTrace Nothing { get; } = new("und", []);

    internal static ReadingTrace Of(Study study, string original) =>
        new(
            study.Language,
            [
                .. study
                    .Passage.Clauses.Where(clause => clause.End > clause.First)
                    .Select(clause => Of(clause, study, original)),
            ]
        );

    private static ClauseTrace Of(Clause clause, Study study, string original)
    {
        var passage = study.Passage;
        return new ClauseTrace(
            Text(passage, original, clause.First, clause.End - 1),
            [
                .. passage
                    .PlacesIn(clause)
                    .Select(place =>
                        $"{Text(passage, original, place.First, place.Last)} = {place.Place.Id}{Manner(place)}"
                    ),
            ],
            [
                .. passage
                    .In(clause)
                    .Select(hit => $"{Text(passage, original, hit.First, hit.Last)} = {Meaning(hit.Cue)}"),
            ],
            [.. study.Findings.Where(finding => finding.Clause == clause).Select(Decision)]
        );
    }

    private static string Text(Passage passage, string original, int first, int last) =>
        original[passage.Text.OriginOf(passage.Tokens[first].Start)..passage.Text.OriginOf(passage.Tokens[last].End)]
            .Trim();

    private static string Manner(Mentioned place) =>
        place.Dateline ? " (dateline)"
        : place.Aside ? " (aside)"
        : "";

    private static string Meaning(Cue cue) =>
        cue.Kind switch
        {
            CueKind.Event => $"{cue.Event!.Change} {cue.Event.Form}",
            CueKind.Class => cue.Class.ToString(),
            CueKind.Country or CueKind.Cause => $"{cue.Kind} {cue.Name}",
            _ => $"{cue.Kind} {cue.Number}",
        };

    private static string Decision(Finding finding) =>
        $"{finding.Crossing}: {finding.Stance} {finding.Change}, scope {finding.Scope}, weight {finding.Weight}"
        + $"{(finding.When.Day is { } day ? $", {day:yyyy-MM-dd}" : "")}{(finding.Ongoing ? ", ongoing" : "")}{(finding.Partly ? ", partly" : "")}{(finding.Exception ? ", exception" : "")}"
        + $" – by {string.Join(", ", finding.Rules)}";
}
