using System.Security.Cryptography;
using System.Text;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>From one alert to the addresses that want it.</summary>
public static class AlertRouting
{
    /// <summary>The deliveries of an alert.</summary>
    /// <param name="toldAddresses">Addresses that got an earlier alert of the incident: they get its end whatever their kinds say.</param>
    /// <param name="now">The present, UTC.</param>
    /// <returns>One delivery an address, even where several subscriptions name it.</returns>
    public static IReadOnlyList<Delivery> For(
        Alert alert,
        IReadOnlyList<Subscriber> subscribers,
        IReadOnlyDictionary<string, Crossing> crossings,
        IReadOnlyList<Corridor> corridors,
        IReadOnlySet<string> toldAddresses,
        DateTimeOffset now
    )
    {
        var deliveries = new Dictionary<string, Delivery>(StringComparer.Ordinal);
        foreach (var subscriber in subscribers)
        foreach (var address in subscriber.To)
        {
            var owed = EndsIncident(alert) && toldAddresses.Contains(address);
            if (deliveries.ContainsKey(address) || subscriber.MutedIncidents.Contains(alert.Incident))
                continue;
            if (!owed && !Wants(subscriber, alert, crossings.GetValueOrDefault(alert.Crossing), corridors))
                continue;
            deliveries[address] = To(subscriber, address, alert, now);
        }
        return [.. deliveries.Values];
    }

    /// <summary>True when the subscriber follows the crossing, by id, country or corridor.</summary>
    public static bool Follows(
        Subscriber subscriber,
        string crossing,
        IReadOnlyList<string> countries,
        IReadOnlyList<Corridor> corridors
    ) =>
        subscriber.Crossings.Any(id => id == "*" || id == crossing)
        || subscriber.Countries.Any(countries.Contains)
        || corridors.Any(corridor =>
            subscriber.Corridors.Contains(corridor.Id) && corridor.Crossings.Contains(crossing)
        );

    private static bool Wants(
        Subscriber subscriber,
        Alert alert,
        Crossing? crossing,
        IReadOnlyList<Corridor> corridors
    ) =>
        Follows(subscriber, alert.Crossing, crossing?.Countries ?? [], corridors)
        && subscriber.Kinds.Contains(alert.Kind)
        && alert.Certainty >= subscriber.MinCertainty
        && Concerns(alert, subscriber.Flows);

    /// <summary>An alert concerns a mode when it changed for it, or when nothing of flows can be told apart.</summary>
    private static bool Concerns(Alert alert, IReadOnlyList<FlowMode> modes) =>
        alert.ChangedModes.Count == 0 || alert.ChangedModes.Any(modes.Contains);

    private static bool EndsIncident(Alert alert) =>
        alert.Kind is AlertKind.Reopened or AlertKind.Correction or AlertKind.Unknown;

    private static Delivery To(Subscriber subscriber, string address, Alert alert, DateTimeOffset now)
    {
        var wake = QuietTime.WakesAt(subscriber, alert.Kind, now);
        return new Delivery(
            IdOf(alert.Id, address),
            alert.Id,
            alert.Incident,
            subscriber.Id,
            address,
            subscriber.Language,
            subscriber.TimeZone,
            Urgent: alert.Loud && wake is null,
            wake ?? now
        );
    }

    /// <summary>The same alert to the same address is the same delivery, however often it is made.</summary>
    private static string IdOf(string alert, string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alert}\n{address}")).AsSpan(0, 12));
}
