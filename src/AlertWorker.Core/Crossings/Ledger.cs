using System.Globalization;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Writes the lines of the ledger.</summary>
internal static class Ledger
{
    /// <param name="before">Headline status before the step.</param>
    /// <param name="after">Headline status after it.</param>
    public static FoldStep Line(
        string crossing,
        ClaimNote? note,
        FoldRule rule,
        DateTimeOffset at,
        Status before,
        Status after
    ) =>
        new()
        {
            At = at,
            Crossing = crossing,
            EntryId = note?.EntryId,
            Claim = note?.Claim,
            Rule = rule.Name,
            Reason = rule.Reason,
            Effect = before == after ? "nothing" : $"{Word(before)} → {Word(after)}",
        };

    private static string Word(Status status) => status.ToString().ToLower(CultureInfo.InvariantCulture);
}
