using System.Diagnostics.Metrics;
using AlertWorker.Alerts;

namespace AlertWorker.Feeds;

/// <summary>How often the shadow rules would have alerted otherwise (meter <c>AlertWorker.Shadow</c>).</summary>
public sealed class ShadowMetrics : IDisposable
{
    private readonly Meter _meter = new("AlertWorker.Shadow");
    private readonly Counter<long> _differences;

    public ShadowMetrics() =>
        _differences = _meter.CreateCounter<long>(
            "alertworker.shadow.differences",
            "{alert}",
            "Alerts that the shadow rules would have sent besides, or would not have sent"
        );

    /// <param name="live">The alert was really sent; else only the shadow would have.</param>
    public void Count(AlertKind kind, bool live) =>
        _differences.Add(
            1,
            new KeyValuePair<string, object?>("kind", kind.ToString().ToLowerInvariant()),
            new KeyValuePair<string, object?>("shadow", live ? "less" : "more")
        );

    public void Dispose() => _meter.Dispose();
}
