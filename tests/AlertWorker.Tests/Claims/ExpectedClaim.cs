namespace AlertWorker.Claims;

/// <summary>What a case expects of one claim; what is null is not looked at.</summary>
/// <param name="Scheduled">"future", a date or a date-time for an announced change; null for one of the present.</param>
/// <param name="Speaker">Kind of speaker: official, unnamed, witness, trader, outlet.</param>
public sealed record ExpectedClaim(
    string Crossing,
    string Change,
    string? Status = null,
    bool? Ongoing = null,
    string? Scheduled = null,
    string? Scope = null,
    string? Cause = null,
    string? Speaker = null
);
