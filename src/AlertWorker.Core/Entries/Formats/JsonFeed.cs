using System.Text.Json;

namespace AlertWorker.Entries.Formats;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). Values of the wrong type are passed over; a cut document gives its whole items.</summary>
public sealed class JsonFeed : IFeedFormat
{
    public string Name => "jsonfeed";

    public bool Recognises(FeedBody body) => body.IsJson && body.Buffer[body.Start] == '{';

    public FeedDocument Read(FeedBody body, FeedHints hints)
    {
        var reading = new Reading(hints);
        var json = JsonItems.Read(body.Buffer.AsSpan(body.Start), "items");
        var fields = json.Fields;
        if (!json.HasItems && !fields.ContainsKey("version"))
            return new FeedDocument
            {
                Format = Name,
                Fault = json.Fault ?? new FeedFault(FeedFaultKind.NotAFeed, "a JSON document that is no JSON Feed"),
            };
        var home = Address(fields, "home_page_url", reading) ?? Address(fields, "feed_url", reading);
        reading.Site = Addresses.Absolute(home);
        var language = Text(fields, "language");
        return new FeedDocument
        {
            Format = Name,
            Feed = new FeedInfo
            {
                Title = Text(fields, "title") is { } title ? PlainText.TitleOfText(title) : null,
                Description = Text(fields, "description") is { } description ? PlainText.FromText(description) : null,
                Link = home,
                Id = Text(fields, "feed_url"),
                Language = language,
                Hub = Hub(fields, reading),
                Self = Address(fields, "feed_url", reading),
            },
            Entries = [.. json.Items.Select(item => ReadItem(item, language, reading))],
            Fault = json.Fault,
            Warnings = reading.Warnings,
        };
    }

    private static Entry ReadItem(IReadOnlyDictionary<string, JsonElement> item, string? feedLanguage, Reading reading)
    {
        var link = Address(item, "url", reading) ?? Address(item, "external_url", reading);
        var content =
            Text(item, "content_html") is { } html ? reading.Keep(PlainText.FromHtml(html, reading.TextLimit))
            : Text(item, "content_text") is { } text ? reading.Keep(PlainText.FromText(text, reading.TextLimit))
            : null;
        var title = Text(item, "title") is { } heading ? PlainText.TitleOfText(heading) : null;
        var id = Text(item, "id") ?? link;
        if (link is null && id is not null && Addresses.IsAbsoluteHttp(id))
            link = Addresses.Resolve(id.Trim(), at: null);
        return new Entry
        {
            Id = EntryIdentity.Bounded(id) ?? EntryIdentity.Fingerprint(title, content),
            Title = title,
            Link = link,
            Summary = Text(item, "summary") is { } summary
                ? reading.Keep(PlainText.FromText(summary, reading.TextLimit))
                : null,
            Content = content,
            PublishedUtc = reading.Date(Text(item, "date_published")),
            UpdatedUtc = reading.Date(Text(item, "date_modified")),
            Language = Text(item, "language") ?? feedLanguage,
        };
    }

    /// <summary>A string, or a number as text (ids are often numbers); null for anything else.</summary>
    private static string? Text(IReadOnlyDictionary<string, JsonElement> fields, string name)
    {
        if (!fields.TryGetValue(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => Reading.Value(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    private static string? Address(IReadOnlyDictionary<string, JsonElement> fields, string name, Reading reading) =>
        Addresses.Clean(Text(fields, name)) is { } address
            ? Addresses.Resolve(address, reading.Site ?? reading.Base)
            : null;

    private static string? Hub(IReadOnlyDictionary<string, JsonElement> fields, Reading reading)
    {
        if (!fields.TryGetValue("hubs", out var hubs) || hubs.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var hub in hubs.EnumerateArray())
            if (
                hub.ValueKind == JsonValueKind.Object
                && hub.TryGetProperty("url", out var url)
                && url.ValueKind == JsonValueKind.String
            )
                return Addresses.Resolve(url.GetString()!, reading.Base);
        return null;
    }
}
