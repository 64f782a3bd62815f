using System.Diagnostics.Metrics;

namespace AlertWorker.Channels;

/// <summary>What delivering looks like from outside (meter <c>AlertWorker.Channels</c>).</summary>
public sealed class DeliveryMetrics : IDisposable
{
    public const string MeterName = "AlertWorker.Channels";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _dwell;
    private readonly Counter<long> _receipts;

    public DeliveryMetrics()
    {
        _dwell = _meter.CreateHistogram<double>(
            "alertworker.dwell",
            "s",
            "From the decision to the hand-over to the channel; the time a message was meant to wait is left out",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
            }
        );
        _receipts = _meter.CreateCounter<long>("alertworker.receipts", "{receipt}", "Answers of channels by outcome");
    }

    public void Dwelt(string channel, TimeSpan time) =>
        _dwell.Record(Math.Max(0, time.TotalSeconds), new KeyValuePair<string, object?>("channel", channel));

    public void Received(string channel, string outcome) =>
        _receipts.Add(
            1,
            new KeyValuePair<string, object?>("channel", channel),
            new KeyValuePair<string, object?>("outcome", outcome)
        );

    public void Dispose() => _meter.Dispose();
}
