namespace AlertWorker.Commands.Evaluation;

/// <summary>Gathers the findings of all entries into the report.</summary>
internal sealed class Scoreboard
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, List<bool>> _attributes = new(StringComparer.Ordinal)
    {
        ["status"] = [],
        ["ongoing"] = [],
        ["scope"] = [],
        ["speakerNamed"] = [],
        ["evidenceIsQuote"] = [],
    };
    private int _items;
    private int _negatives;
    private int _alarmed;

    public void Add(LabelledEntry entry, IReadOnlyList<Finding> findings)
    {
        _items++;
        _findings.AddRange(findings);
        if (entry.Expected.Count == 0)
        {
            _negatives++;
            _alarmed += findings.Any(finding => finding.Kind == FindingKind.FalseAlarm) ? 1 : 0;
        }
        foreach (var right in findings.Where(finding => finding.Kind == FindingKind.Right))
            Compare(right.Label!, right.Claim!, entry.Whole);
    }

    public EvaluationReport Report()
    {
        var scheduled = _findings
            .Where(f => f.Kind is FindingKind.ScheduledRight or FindingKind.ScheduledMissed)
            .ToList();
        return new EvaluationReport(
            _items,
            Sum(_findings),
            By(finding => finding.Language),
            By(finding => finding.Change),
            _negatives,
            _negatives == 0 ? null : Math.Round((double)_alarmed / _negatives, 4),
            Share(scheduled.ConvertAll(finding => finding.Kind == FindingKind.ScheduledRight)),
            _attributes.ToDictionary(
                attribute => attribute.Key,
                attribute => Share(attribute.Value),
                StringComparer.Ordinal
            ),
            [.. _findings.Select(FaultLine.Of).OfType<FaultLine>()]
        );
    }

    private void Compare(Label label, ClaimLine claim, string text)
    {
        _attributes["status"].Add(claim.Status == label.Status);
        _attributes["ongoing"].Add(claim.Ongoing == label.Ongoing);
        if (label.Scope is not null)
            _attributes["scope"].Add(claim.Scope == label.Scope);
        if (label.Attribution is not null)
            _attributes["speakerNamed"].Add(claim.Speaker.Name is not null || claim.Speaker.Role is not null);
        _attributes["evidenceIsQuote"]
            .Add(claim.Evidence.Text.Length > 0 && text.Contains(claim.Evidence.Text, StringComparison.Ordinal));
    }

    private Dictionary<string, Tally> By(Func<Finding, string> key) =>
        _findings
            .Where(finding => CountOf(finding) != Tally.Empty)
            .GroupBy(key, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Sum, StringComparer.Ordinal);

    private static Tally Sum(IEnumerable<Finding> findings) =>
        findings.Aggregate(Tally.Empty, (sum, finding) => sum + CountOf(finding));

    private static Tally CountOf(Finding finding) =>
        finding.Kind switch
        {
            FindingKind.Right => new Tally(1, 0, 0),
            FindingKind.FalseAlarm => new Tally(0, 1, 0),
            FindingKind.Missed => new Tally(0, 0, 1),
            _ => Tally.Empty,
        };

    private static double? Share(List<bool> answers) =>
        answers.Count == 0 ? null : Math.Round((double)answers.Count(right => right) / answers.Count, 4);
}
