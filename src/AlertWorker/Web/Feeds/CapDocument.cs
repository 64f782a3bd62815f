using System.Globalization;
using System.Xml.Linq;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>An alert as a CAP 1.2 message (OASIS Common Alerting Protocol), its elements in the order the schema asks for.</summary>
internal sealed class CapDocument(CapStory story, Crossing crossing, MessageCatalog catalog, WebLinks links)
{
    /// <summary>Radius of the area named, kilometres: the gate and its approaches.</summary>
    private const int Radius = 5;

    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    public static string Write(CapStory story, Crossing crossing, MessageCatalog catalog, WebLinks links) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new CapDocument(story, crossing, catalog, links).Message()}\n";

    /// <summary>CAP forbids blanks, commas, &lt; and &amp; in it.</summary>
    private string Sender => $"alertworker@{links.Host}";

    private XElement Message() =>
        new(
            Cap + "alert",
            new XElement(Cap + "identifier", story.Alert.Id),
            new XElement(Cap + "sender", Sender),
            new XElement(Cap + "sent", Time(story.Alert.At)),
            new XElement(Cap + "status", "Actual"),
            new XElement(Cap + "msgType", story.MessageType),
            new XElement(Cap + "scope", "Public"),
            story.Earlier.Count == 0
                ? null
                : new XElement(Cap + "references", string.Join(' ', story.Earlier.Select(Reference))),
            new XElement(Cap + "incidents", story.Alert.Incident),
            Info()
        );

    private string Reference(Alert alert) => $"{Sender},{alert.Id},{Time(alert.At)}";

    private XElement Info()
    {
        var alert = story.Alert;
        var message = Wording.Compose(alert, crossing, catalog, "UTC", alert.At, new MessageLinks());
        return new XElement(
            Cap + "info",
            new XElement(Cap + "language", catalog.Language),
            new XElement(Cap + "category", "Transport"),
            new XElement(Cap + "event", "Border crossing status"),
            new XElement(Cap + "responseType", Response),
            new XElement(Cap + "urgency", Urgency),
            new XElement(Cap + "severity", Severity),
            new XElement(Cap + "certainty", Sureness),
            new XElement(Cap + "effective", Time(alert.At)),
            new XElement(Cap + "onset", Time(alert.Scheduled?.At ?? alert.Since)),
            new XElement(Cap + "senderName", "AlertWorker"),
            new XElement(Cap + "headline", XmlText.Of(message.Subject)),
            // The last line says how to stop messages, and nobody sent this one.
            new XElement(
                Cap + "description",
                XmlText.Of(string.Join('\n', message.Lines.Skip(2).SkipLast(1).Select(line => line.Text)).Trim())
            ),
            new XElement(Cap + "web", links.Alert(alert.Id)),
            Parameter("crossing", alert.Crossing),
            Parameter("status", alert.Status.ToString().ToLowerInvariant()),
            Parameter("disputed", alert.Disputed ? "true" : "false"),
            alert.Flows.Select(flow => Parameter(flow.Key.ToString(), flow.Value.ToString().ToLowerInvariant())),
            Area()
        );
    }

    private XElement Area() =>
        new(
            Cap + "area",
            new XElement(Cap + "areaDesc", $"{crossing.Name} ({string.Join('–', crossing.Countries)})"),
            Geography.IsKnown(crossing) ? new XElement(Cap + "circle", $"{Geography.Point(crossing)} {Radius}") : null
        );

    private static XElement Parameter(string name, string value) =>
        new(Cap + "parameter", new XElement(Cap + "valueName", name), new XElement(Cap + "value", value));

    private string Response =>
        story.Alert.Status switch
        {
            Status.Closed => "Avoid",
            Status.Open => "AllClear",
            _ => "Monitor",
        };

    private string Urgency =>
        story.Alert.Kind == AlertKind.Announced ? "Future"
        : story.MessageType == "Cancel" ? "Past"
        : "Immediate";

    private string Severity =>
        story.Alert.Status switch
        {
            Status.Closed => "Severe",
            Status.Restricted => "Moderate",
            Status.Open => "Minor",
            _ => "Unknown",
        };

    private string Sureness =>
        story.Alert is { Kind: AlertKind.Unknown or AlertKind.Correction, Status: Status.Unknown }
            ? "Unknown"
            : story.Alert.Certainty.ToString();

    /// <summary>CAP wants an offset and forbids Z.</summary>
    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'", CultureInfo.InvariantCulture);
}
