using System.Text.Json;
using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>
/// Border wait times of US Customs and Border Protection, as JSON (bwt.cbp.gov/api/bwtnew) and XML (bwt.cbp.gov/xml/bwt.xml).
/// One entry a post, with a reading for cargo and one for people; all of it is about traffic into the United States.
/// </summary>
public sealed class CbpWaitTimes : IFeedFormat
{
    private const int Beginning = 4096;

    public string Name => "cbp";

    public bool Recognises(FeedBody body) =>
        body.Root == "border_wait_time"
        || (body.IsJson && body.Buffer[body.Start] == '[' && Begins(body, "\"port_number\""));

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        var reading = new Reading(hints);
        FeedFault? fault;
        IReadOnlyList<CbpPort> ports;
        if (body.IsJson)
        {
            var json = JsonItems.Read(body.Buffer.AsSpan(body.Start), array: null);
            (ports, fault) = ([.. json.Items.Select(item => new CbpPort(CbpFields.Of(item)))], json.Fault);
        }
        else
        {
            var markup = ElementReader.Read(body.Buffer, body.RootStart, body.Entities, name => name == "port");
            ports = [.. markup.Records.Select(port => new CbpPort(CbpFields.Of(port)))];
            fault =
                markup.Cut || markup.TooDeep || markup.Crowded
                    ? new FeedFault(FeedFaultKind.Cut, "the document breaks off before its end")
                    : null;
        }
        ports = [.. ports.Where(port => port.Number.Length > 0)];
        if (ports.Count == 0)
            fault ??= new FeedFault(FeedFaultKind.Empty, "wait times without a single port");
        return new FeedDocument
        {
            Format = Name,
            Feed = new FeedInfo { Title = "CBP Border Wait Times", Link = "https://bwt.cbp.gov/" },
            Entries = [.. ports.Select(port => port.ToEntry(reading))],
            Posts = [.. ports.Select(port => new PostStatus(port.Number, port.Crossing, port.Port, port.Status))],
            Fault = fault,
            Warnings = reading.Warnings,
        };
    }

    private static bool Begins(FeedBody body, string mark) =>
        body
            .Buffer.AsSpan(body.Start, Math.Min(Beginning, body.Buffer.Length - body.Start))
            .Contains(mark, StringComparison.Ordinal);
}
