namespace AlertWorker.Alerts;

/// <summary>After quiet hours a subscriber hears the current state once, not the stale list of the night.</summary>
public static class Waking
{
    /// <summary>Of the alerts held back for one address, those still worth sending, oldest first.</summary>
    /// <param name="held">Alerts held during the quiet, of any incidents.</param>
    /// <returns>The last alert of each crossing; none of an incident that began and ended within the quiet.</returns>
    public static IReadOnlyList<Alert> Keep(IReadOnlyList<Alert> held) =>
        [
            .. held.GroupBy(alert => alert.Crossing, StringComparer.Ordinal)
                .Select(night => night.OrderBy(alert => alert.At).ToList())
                .Where(night => !CameToNothing(night))
                .Select(night => night.FindLast(alert => alert.Kind != AlertKind.Confirmed) ?? night[^1])
                .OrderBy(alert => alert.At),
        ];

    private static bool CameToNothing(List<Alert> night) =>
        night.Count > 1 && night[0].Kind != AlertKind.Announced && night[^1].Status == night[0].Before;
}
