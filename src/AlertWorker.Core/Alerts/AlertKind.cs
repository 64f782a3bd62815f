namespace AlertWorker.Alerts;

/// <summary>The contract's kinds of alert, in the order of <c>contracts.md</c> §5.</summary>
public enum AlertKind
{
    Closed,
    Restricted,
    Reopened,
    Disputed,
    Confirmed,
    Announced,
    Overdue,
    Correction,
    Unknown,
}
