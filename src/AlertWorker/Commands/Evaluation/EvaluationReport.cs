namespace AlertWorker.Commands.Evaluation;

/// <summary>How good the detector is on a set of labelled entries.</summary>
/// <param name="Items">Entries in the set.</param>
/// <param name="All">Over everything.</param>
/// <param name="Languages">By labelled language.</param>
/// <param name="Changes">By change.</param>
/// <param name="Negatives">Entries in which nothing may alert.</param>
/// <param name="FalseAlarmRate">Share of those in which something did; null without such entries.</param>
/// <param name="ScheduledRecall">Share of announcements found; null when none is labelled.</param>
/// <param name="Attributes">Of the claims found rightly, the share with the right status, ongoing, scope, a speaker where one is named, and evidence that stands in the text.</param>
/// <param name="Faults">Every miss and false alarm.</param>
internal sealed record EvaluationReport(
    int Items,
    Tally All,
    IReadOnlyDictionary<string, Tally> Languages,
    IReadOnlyDictionary<string, Tally> Changes,
    int Negatives,
    double? FalseAlarmRate,
    double? ScheduledRecall,
    IReadOnlyDictionary<string, double?> Attributes,
    IReadOnlyList<FaultLine> Faults
);
