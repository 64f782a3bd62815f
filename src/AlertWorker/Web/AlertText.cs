using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>Alerts as the contract writes them.</summary>
internal static class AlertText
{
    public static AlertDocument Document(Alert alert, WorkerConfiguration configuration) =>
        AlertDocument.Of(
            alert,
            Wording.PlainText(alert, Crossing(alert, configuration), configuration.Messages.English)
        );

    /// <summary>Where it happened; a crossing that has left the configuration is called by its id.</summary>
    public static Crossing Crossing(Alert alert, WorkerConfiguration configuration) =>
        configuration.Crossings.GetValueOrDefault(alert.Crossing)
        ?? new Crossing
        {
            Id = alert.Crossing,
            Name = alert.Crossing,
            Countries = ["", ""],
        };
}
