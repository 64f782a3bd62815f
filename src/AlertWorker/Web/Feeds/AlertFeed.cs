using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AlertWorker.Alerts;
using AlertWorker.Configuration;

namespace AlertWorker.Web;

/// <summary>Alerts as an Atom feed (RFC 4287). Every alert is an entry of its own: a reader shows each change once.</summary>
internal sealed class AlertFeed(WorkerConfiguration configuration, WebLinks links, MessageCatalog catalog)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="path">Where the feed itself is.</param>
    /// <param name="page">Where a person finds the same.</param>
    /// <param name="alerts">Newest first.</param>
    public string Write(string path, string page, string title, IReadOnlyList<Alert> alerts)
    {
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", catalog.Language),
            new XElement(Atom + "id", Id(path)),
            new XElement(Atom + "title", title),
            // A feed without an entry was never changed.
            new XElement(Atom + "updated", Time(alerts is [var newest, ..] ? newest.At : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", "AlertWorker")),
            Link("self", links.Root + path, "application/atom+xml"),
            Link("alternate", page, "text/html"),
            alerts.Select(Entry)
        );
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n";
    }

    private XElement Entry(Alert alert)
    {
        var crossing = AlertText.Crossing(alert, configuration);
        var message = Wording.Compose(alert, crossing, catalog, "UTC", alert.At, new MessageLinks());
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", Id($"alert/{alert.Id}")),
            new XElement(Atom + "title", XmlText.Of(message.Subject)),
            new XElement(Atom + "updated", Time(alert.At)),
            new XElement(Atom + "published", Time(alert.At)),
            Link("alternate", links.Alert(alert.Id), "text/html"),
            Link("related", links.Alert(alert.Id) + ".cap", "application/cap+xml"),
            new XElement(Atom + "category", new XAttribute("term", alert.Kind.ToString().ToLowerInvariant())),
            new XElement(Atom + "category", new XAttribute("term", alert.Crossing)),
            new XElement(
                Atom + "content",
                new XAttribute("type", "html"),
                // The last line says how to stop messages, and nobody sent this one.
                XmlText.Of(MessageMarkup.Of(message.Lines.Skip(2).SkipLast(1), message.RightToLeft).ToString())
            )
        );
    }

    private static XElement Link(string relation, string address, string type) =>
        new(
            Atom + "link",
            new XAttribute("rel", relation),
            new XAttribute("type", type),
            new XAttribute("href", address)
        );

    /// <summary>The same wherever the worker is reached: a name made of the thing's own id (UUID version 8, RFC 9562).</summary>
    private static string Id(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"AlertWorker {name}")).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
