using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>Claims on the gate, made by hand.</summary>
internal static class Word
{
    public static Claim Closed { get; } = Of(Status.Closed, Change.Closure, alerting: true);

    public static Claim StillClosed { get; } = Closed with { Ongoing = true };

    public static Claim Reopened { get; } = Of(Status.Open, Change.Reopening, alerting: true);

    public static Claim Usual { get; } = Of(Status.Open, Change.None, alerting: false);

    public static Claim Denied { get; } = Of(null, Change.Closure, alerting: false) with { Stance = Stance.Denied };

    public static Claim NotReopened { get; } =
        Of(null, Change.Reopening, alerting: false) with
        {
            Stance = Stance.Denied,
        };

    public static Claim TradeStopped { get; } = Closed with { Scope = Scope.Trade };

    public static Claim PeopleBarred { get; } =
        Of(Status.Restricted, Change.Restriction, alerting: true) with
        {
            Scope = Scope.People,
            Barred = true,
        };

    public static Claim TradeResumed { get; } =
        Of(Status.Restricted, Change.Reopening, alerting: true) with
        {
            Scope = Scope.Trade,
        };

    public static Claim PeopleAllowed { get; } = TradeResumed with { Scope = Scope.People };

    public static Claim StrandedGoHome { get; } = PeopleAllowed with { Exception = true };

    public static Claim StrandedTrucks { get; } = TradeResumed with { Exception = true, Alerting = false };

    /// <summary>"Will be reopened", so many hours after dawn.</summary>
    public static Claim WillReopen(double hour, bool dayOnly = false) =>
        Of(null, Change.Reopening, alerting: false) with
        {
            Stance = Stance.Planned,
            Scheduled = At(hour, dayOnly),
        };

    public static Claim WillClose(double hour, double? until = null, string? cause = null) =>
        Of(null, Change.Closure, alerting: false) with
        {
            Stance = Stance.Planned,
            Scheduled = At(hour, dayOnly: false),
            Until = until is { } end ? Gate.Dawn.AddHours(end) : null,
            Cause = cause,
        };

    private static Schedule At(double hour, bool dayOnly) => new(Gate.Dawn.AddHours(hour), dayOnly, "then");

    private static Claim Of(Status? status, Change change, bool alerting) =>
        new()
        {
            Crossing = "gate",
            Status = status,
            Change = change,
            Stance = Stance.Asserted,
            Alerting = alerting,
            Speaker = Speaker.Outlet,
            Evidence = new Evidence("so it is said", 10, 23),
        };
}
