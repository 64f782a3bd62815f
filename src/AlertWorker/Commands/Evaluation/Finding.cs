namespace AlertWorker.Commands.Evaluation;

/// <summary>One thing the detector did about one entry.</summary>
/// <param name="Entry">The entry's id.</param>
/// <param name="Language">Language as labelled.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Label">The label it is about; null for a false alarm.</param>
/// <param name="Claim">The claim it is about; null for a miss.</param>
/// <param name="Said">What was claimed of the place instead, for a miss.</param>
internal sealed record Finding(
    string Entry,
    string Language,
    FindingKind Kind,
    Label? Label,
    ClaimLine? Claim,
    IReadOnlyList<ClaimLine> Said
)
{
    /// <summary>The change it counts under.</summary>
    public string Change => Label?.Change ?? Claim?.Change ?? "none";
}
