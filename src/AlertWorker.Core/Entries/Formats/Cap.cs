using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>
/// One alert in CAP 1.0 to 1.2 (OASIS CAP-v1.2 §3.2). Only status Actual becomes an entry: tests and exercises are for nobody.
/// An Update or Cancel keeps the identifier of the first message it refers to, so that it reads as news of the same story.
/// </summary>
public sealed class Cap : XmlFormat
{
    /// <summary>Stands before what a message took back.</summary>
    internal const string Cancelled = "Cancelled: ";

    public override string Name => "cap";

    public override bool Recognises(FeedBody body) => body.Root == "alert";

    private protected override bool IsRecord(string name) => false;

    private protected override FeedDocument Read(Element root, IReadOnlyList<Element> records, Reading reading)
    {
        var message = Message(root);
        var feed = new FeedInfo
        {
            Title = PlainText.TitleOfText(message.SenderName ?? message.Sender ?? ""),
            Id = message.Sender,
            UpdatedUtc = reading.Date(message.Sent),
        };
        var document = new FeedDocument { Feed = feed, Cap = message };
        if (message.Identifier is null)
            return document with { Fault = new FeedFault(FeedFaultKind.NotAFeed, "a CAP alert without identifier") };
        if (!string.Equals(message.Status, "Actual", StringComparison.OrdinalIgnoreCase))
        {
            reading.Warn($"CAP status {message.Status ?? "missing"}: not for the public");
            return document;
        }
        return message.MsgType is "Ack" or "Error"
            ? document
            : document with
            {
                Entries = [ReadEntry(root, message, reading)],
            };
    }

    private static Entry ReadEntry(Element root, CapMessage message, Reading reading)
    {
        var cancelled = string.Equals(message.MsgType, "Cancel", StringComparison.OrdinalIgnoreCase);
        var headline = message.Headline ?? message.Event ?? message.Identifier!;
        var text = string.Join(
            '\n',
            new[] { message.Description, message.Instruction, message.AreaDesc, message.Note }.Where(part =>
                !string.IsNullOrWhiteSpace(part)
            )
        );
        return new Entry
        {
            Id = EntryIdentity.Bounded(Original(message))!,
            Title = PlainText.TitleOfText(cancelled ? Cancelled + headline : headline),
            Link = reading.Link(message.Web, root),
            Summary = PlainText.FromText(text) is { Length: > 0 } summary ? summary : null,
            PublishedUtc = reading.Date(message.Sent),
            UpdatedUtc = reading.Date(message.Sent),
            Language = message.Language,
        };
    }

    /// <summary>The identifier of the first message referred to, else its own.</summary>
    private static string Original(CapMessage message)
    {
        var first = message.References?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Split(',');
        return first is [_, { Length: > 0 } identifier, ..] ? identifier : message.Identifier!;
    }

    private static CapMessage Message(Element alert)
    {
        var infos = alert.ChildrenNamed("info").ToList();
        var info = infos.FirstOrDefault();
        var area = info?.Child("area");
        return new CapMessage
        {
            Identifier = Reading.Value(alert.Child("identifier")),
            Sender = Reading.Value(alert.Child("sender")),
            Sent = Reading.Value(alert.Child("sent")),
            Status = Reading.Value(alert.Child("status")),
            MsgType = Reading.Value(alert.Child("msgtype")),
            Source = Reading.Value(alert.Child("source")),
            Scope = Reading.Value(alert.Child("scope")),
            Note = Reading.Value(alert.Child("note")),
            References = Reading.Value(alert.Child("references")),
            InfoCount = infos.Count,
            Language = Reading.Value(info?.Child("language")),
            Category = Reading.Value(info?.Child("category")),
            Event = Reading.Value(info?.Child("event")),
            Urgency = Reading.Value(info?.Child("urgency")),
            Severity = Reading.Value(info?.Child("severity")),
            Certainty = Reading.Value(info?.Child("certainty")),
            Effective = Reading.Value(info?.Child("effective")),
            Onset = Reading.Value(info?.Child("onset")),
            Expires = Reading.Value(info?.Child("expires")),
            SenderName = Reading.Value(info?.Child("sendername")),
            Headline = Reading.Value(info?.Child("headline")),
            Description = Reading.Value(info?.Child("description")),
            Instruction = Reading.Value(info?.Child("instruction")),
            Web = Reading.Value(info?.Child("web")),
            AreaDesc = Reading.Value(area?.Child("areadesc")),
        };
    }
}
