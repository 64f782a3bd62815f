using System.Data.Common;
using System.Diagnostics.Metrics;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>What waits to be sent and what was given up, for the page and as a metric (meter <c>AlertWorker.Web</c>).</summary>
internal sealed class DeliveryTally : IDisposable
{
    private readonly Meter _meter = new("AlertWorker.Web");
    private readonly DeliveryStore _deliveries;

    public DeliveryTally(DeliveryStore deliveries)
    {
        _deliveries = deliveries;
        _meter.CreateObservableGauge(
            "alertworker.deliveries.unsent",
            Measure,
            "{delivery}",
            "Deliveries that wait, were given up (dead letters), or were refused for good"
        );
    }

    /// <summary>By channel and state; nothing for what is sent.</summary>
    public Task<IReadOnlyList<(string Scheme, string State, long Count)>> Unsent(CancellationToken cancellation) =>
        _deliveries.Unsent(cancellation);

    public void Dispose() => _meter.Dispose();

    /// <summary>Whoever scrapes waits for the answer: instruments are read on their own thread, and know no other way.</summary>
    private IEnumerable<Measurement<long>> Measure()
    {
        try
        {
            return _deliveries
                .Unsent()
                .GetAwaiter()
                .GetResult()
                .Select(row => new Measurement<long>(row.Count, new("channel", row.Scheme), new("state", row.State)));
        }
        catch (DbException)
        {
            return []; // the store is away: that is told by the readiness check
        }
    }
}
