using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>One crossing in a digest: "still closed, day 13".</summary>
/// <param name="Crossing">Its id.</param>
/// <param name="Status">Headline status.</param>
/// <param name="Flows">Effective state of every flow.</param>
/// <param name="Days">Day of the incident by our own count, the first day being 1; 0 when nobody knows since when.</param>
/// <param name="Disputed">Live statements disagree.</param>
/// <param name="Expected">What is promised next; null when nothing is.</param>
/// <param name="Cause">One of <see cref="Causes"/>; null when nobody said.</param>
public sealed record DigestLine(
    string Crossing,
    Status Status,
    IReadOnlyDictionary<Flow, Status> Flows,
    int Days,
    bool Disputed,
    Promise? Expected,
    string? Cause
);
