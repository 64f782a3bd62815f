using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>What a daily digest tells one subscriber: the crossings he follows that are not simply open. Pure.</summary>
public static class Digest
{
    /// <summary>The lines of a digest, worst and longest first; empty when there is nothing to say, and then nothing is sent.</summary>
    /// <param name="now">The present, UTC; days are counted to it.</param>
    public static IReadOnlyList<DigestLine> For(
        Subscriber subscriber,
        CrossingBook book,
        IReadOnlyDictionary<string, Crossing> crossings,
        IReadOnlyList<Corridor> corridors,
        DateTimeOffset now
    ) =>
        [
            .. book
                .Statuses.Where(status =>
                    crossings.TryGetValue(status.Crossing, out var crossing)
                    && AlertRouting.Follows(subscriber, crossing.Id, crossing.Countries, corridors)
                    && HasSomething(status, subscriber)
                )
                .Select(status => Line(status, now))
                .OrderByDescending(line => line.Status)
                .ThenByDescending(line => line.Days)
                .ThenBy(line => line.Crossing, StringComparer.Ordinal),
        ];

    private static bool HasSomething(CrossingStatus status, Subscriber subscriber) =>
        !(status.Incident is { } incident && subscriber.MutedIncidents.Contains(incident.Id))
        && (
            status.Disputed
            || status.Expected is not null
            || (status.Incident is not null && status.Headline == Status.Unknown)
            || status.Flows.Any(flow => flow.Value > Status.Open && subscriber.Flows.Contains(flow.Key.Mode))
        );

    private static DigestLine Line(CrossingStatus status, DateTimeOffset now) =>
        new(
            status.Crossing,
            status.Headline,
            status.Flows,
            DaysOf(status.Incident?.Began ?? status.Since, now),
            status.Disputed,
            status.Expected,
            status.Cause
        );

    /// <summary>"Day 13": the day it began is day 1.</summary>
    private static int DaysOf(DateTimeOffset? since, DateTimeOffset now) =>
        since is { } began && now > began ? (now.UtcDateTime.Date - began.UtcDateTime.Date).Days + 1 : 0;
}
