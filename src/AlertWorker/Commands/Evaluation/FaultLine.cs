namespace AlertWorker.Commands.Evaluation;

/// <summary>A miss or false alarm as the report shows it.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Kind">missed, false-alarm or scheduled-missed.</param>
/// <param name="What">The label missed, or the claim raised falsely.</param>
/// <param name="Evidence">Quotes of the claims concerned: the false one, or what was claimed of the place instead.</param>
internal sealed record FaultLine(string Entry, string Kind, string What, IReadOnlyList<string> Evidence)
{
    public static FaultLine? Of(Finding finding) =>
        finding.Kind switch
        {
            FindingKind.Missed => new(finding.Entry, "missed", finding.Label!.ToString(), Quotes(finding.Said)),
            FindingKind.ScheduledMissed => new(
                finding.Entry,
                "scheduled-missed",
                finding.Label!.ToString(),
                Quotes(finding.Said)
            ),
            FindingKind.FalseAlarm => new(
                finding.Entry,
                "false-alarm",
                $"{finding.Claim!.Crossing} {finding.Claim.Change}",
                Quotes([finding.Claim])
            ),
            _ => null,
        };

    private static IReadOnlyList<string> Quotes(IReadOnlyList<ClaimLine> claims) =>
        [
            .. claims.Select(c =>
                $"{c.Crossing} {c.Change} {c.Stance}{(c.Alerting ? " alerting" : "")}{(c.Scheduled is null ? "" : " scheduled " + c.Scheduled)}: “{c.Evidence.Text}”"
            ),
        ];
}
