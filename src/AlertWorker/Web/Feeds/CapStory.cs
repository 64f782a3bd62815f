using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Web;

/// <summary>Where an alert stands in its incident, in CAP's words: a first Alert, Updates to it, and the Cancel that ends it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Earlier">What was told of the incident before, oldest first.</param>
internal sealed record CapStory(Alert Alert, IReadOnlyList<Alert> Earlier)
{
    /// <summary>Finds the alert's place among all of its incident.</summary>
    public static CapStory Of(Alert alert, IEnumerable<Alert> incident) =>
        new(
            alert,
            [
                .. incident
                    .Where(other => Order(other, alert) < 0)
                    .OrderBy(other => other.At)
                    .ThenBy(other => other.Id, StringComparer.Ordinal),
            ]
        );

    public string MessageType =>
        Earlier.Count == 0 ? "Alert"
        : Ends ? "Cancel"
        : "Update";

    /// <summary>Nothing of what was told before holds any longer.</summary>
    private bool Ends =>
        Alert.Kind switch
        {
            AlertKind.Reopened => Alert.Status == Status.Open,
            AlertKind.Correction => Alert.Status is Status.Open or Status.Unknown,
            AlertKind.Unknown => true,
            _ => false,
        };

    private static int Order(Alert one, Alert other) =>
        one.At != other.At ? one.At.CompareTo(other.At) : string.CompareOrdinal(one.Id, other.Id);
}
