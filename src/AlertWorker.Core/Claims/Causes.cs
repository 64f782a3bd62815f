namespace AlertWorker.Claims;

/// <summary>The causes of <c>domain.md</c>, as written in JSON.</summary>
public static class Causes
{
    public static IReadOnlyList<string> All { get; } =
    [
        "armed-clash",
        "capture",
        "construction-dispute",
        "political",
        "security-alert",
        "documents",
        "customs-outage",
        "strike",
        "road-blocked",
        "congestion",
        "weather",
        "disaster",
        "maintenance",
        "health",
        "holiday",
        "election",
        "vip-visit",
        "policy",
        "unknown",
    ];
}
