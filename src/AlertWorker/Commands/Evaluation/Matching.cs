namespace AlertWorker.Commands.Evaluation;

/// <summary>Holds the claims of one entry against its labels. Claims match labels by place and change; the exact place goes first.</summary>
internal sealed class Matching(Places places)
{
    public IReadOnlyList<Finding> Of(LabelledEntry entry, IReadOnlyList<ClaimLine> claims)
    {
        var findings = new List<Finding>();
        var open = claims.Where(claim => claim.Alerting).ToList();
        foreach (var label in entry.Expected)
        {
            var candidates = label.IsScheduled
                ? [.. claims.Where(c => c.Scheduled is not null)]
                : open.Where(c => c.Scheduled is null);
            var hit = Best(candidates, label);
            if (hit is not null && !label.IsScheduled)
                open.Remove(hit);
            var kind = (label.IsScheduled, hit) switch
            {
                (true, null) => FindingKind.ScheduledMissed,
                (true, _) => FindingKind.ScheduledRight,
                (false, null) => FindingKind.Missed,
                _ => FindingKind.Right,
            };
            var said = hit is null ? claims.Where(c => places.Same(c.Crossing, label.Crossing)) : [];
            findings.Add(new Finding(entry.Line.Id, entry.Language, kind, label, hit, [.. said]));
        }
        findings.AddRange(
            open.Where(claim => !IsExcused(claim, entry))
                .Select(claim => new Finding(entry.Line.Id, entry.Language, FindingKind.FalseAlarm, null, claim, []))
        );
        return findings;
    }

    private ClaimLine? Best(IEnumerable<ClaimLine> candidates, Label label)
    {
        var ofChange = candidates.Where(claim => claim.Change == label.Change).ToList();
        return ofChange.Find(claim => claim.Crossing == label.Crossing)
            ?? ofChange.Find(claim => places.Same(claim.Crossing, label.Crossing));
    }

    /// <summary>A claim beyond the labels is no false alarm when it repeats one, when it is allowed, or when it is the announcement that was labelled.</summary>
    private bool IsExcused(ClaimLine claim, LabelledEntry entry)
    {
        bool Here(Label label) => places.Same(claim.Crossing, label.Crossing);
        return (claim.Scheduled is not null && entry.Expected.Any(label => label.IsScheduled && Here(label)))
            || entry.Expected.Concat(entry.AlsoOk).Any(label => Here(label) && label.Change == claim.Change)
            || entry.AlsoOk.Any(label => Here(label) && label.Change is (null or "none"));
    }
}
