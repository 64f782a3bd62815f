namespace AlertWorker.Claims;

/// <summary>State of a flow or crossing. The order is the order of severity, apart from <see cref="Unknown"/>.</summary>
public enum Status
{
    Unknown,
    Open,
    Restricted,
    Closed,
}
