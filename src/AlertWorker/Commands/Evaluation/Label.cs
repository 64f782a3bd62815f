namespace AlertWorker.Commands.Evaluation;

/// <summary>What an entry says, as a person labelled it.</summary>
/// <param name="Crossing">A crossing's id, or <c>border:AF-PK</c>.</param>
/// <param name="Status">Present state; null when nothing is said of it.</param>
/// <param name="Change">closure, reopening, restriction or none.</param>
/// <param name="Ongoing">An earlier state merely continues.</param>
/// <param name="Scheduled">Only announced: a date, or <c>future</c>.</param>
/// <param name="Scope">Null when not said.</param>
/// <param name="Attribution">Who says it; null when nobody is named.</param>
internal sealed record Label(
    string Crossing,
    string? Status = null,
    string? Change = null,
    bool Ongoing = false,
    string? Scheduled = null,
    string? Scope = null,
    string? Attribution = null
)
{
    public bool IsScheduled => Scheduled is not null;

    public override string ToString() =>
        IsScheduled ? $"{Crossing} {Change} scheduled {Scheduled}" : $"{Crossing} {Change}";
}
