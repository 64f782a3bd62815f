using System.Globalization;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Writes the lines of the ledger.</summary>
internal static class Ledger
{
    public static FoldStep Line(FoldDraft draft, ClaimNote? note, FoldRule rule, DateTimeOffset at, Status headline) =>
        new()
        {
            At = at,
            Crossing = draft.CrossingId,
            EntryId = note?.EntryId,
            Claim = note?.Claim,
            Rule = rule.Name,
            Reason = rule.Reason,
            Effect = draft.Headline() is var now && now != headline ? $"{Word(headline)} → {Word(now)}" : "nothing",
        };

    private static string Word(Status status) => status.ToString().ToLower(CultureInfo.InvariantCulture);
}
