namespace AlertWorker.Claims;

/// <summary>What of the traffic a claim is about; <see cref="NotSaid"/> counts as all.</summary>
public enum Scope
{
    NotSaid,
    All,
    Trade,
    People,
}
