using AlertWorker.Claims;

namespace AlertWorker.Commands;

/// <summary>A claim as the contract shows it (contracts.md §4).</summary>
internal sealed record ClaimLine(
    string Crossing,
    string? Status,
    string Change,
    bool Ongoing,
    string? Scheduled,
    string Scope,
    string? Direction,
    string Stance,
    string? Cause,
    SpeakerLine Speaker,
    string Certainty,
    bool Alerting,
    Evidence Evidence
)
{
    public static ClaimLine Of(Claim claim) =>
        new(
            claim.Crossing,
            claim.Status is { } status and not Claims.Status.Unknown ? Word(status) : null,
            Word(claim.Change),
            claim.Ongoing,
            claim.Scheduled?.Text,
            claim.Scope == Claims.Scope.NotSaid ? Word(Claims.Scope.All) : Word(claim.Scope),
            claim.Direction?.ToString(),
            Word(claim.Stance),
            claim.Cause,
            new SpeakerLine(claim.Speaker.Name, claim.Speaker.Role, claim.Speaker.Side, Word(claim.Speaker.Kind)),
            Word(claim.Certainty),
            claim.Alerting,
            claim.Evidence
        );

    private static string Word<T>(T value)
        where T : notnull => value.ToString()!.ToLowerInvariant();
}
