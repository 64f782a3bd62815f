using AlertWorker.Alerts;
using AlertWorker.Configuration;

namespace AlertWorker.Web;

/// <summary>Alerts as a timeline, newest first.</summary>
internal static class AlertList
{
    public static Markup Of(IEnumerable<Alert> alerts, WorkerConfiguration configuration, Reader reader) =>
        Markup.Of($"<ol class=\"timeline\">\n{alerts.Select(alert => Item(alert, configuration, reader))}</ol>\n");

    private static Markup Item(Alert alert, WorkerConfiguration configuration, Reader reader)
    {
        var crossing = AlertText.Crossing(alert, configuration);
        var subject = Wording.Subject(alert, crossing, reader.Catalog, reader.ZoneId);
        return Markup.Of(
            $"<li class=\"{alert.Status.ToString().ToLowerInvariant()}\"><small>{reader.Clock.Full(alert.At)}</small> <a href=\"{reader.Link($"/alerts/{alert.Id}")}\">{subject}</a></li>\n"
        );
    }
}
