using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>One document being read: the hints made ready for use, and the warnings so far.</summary>
internal sealed class Reading
{
    private const int MaxWarnings = 20;

    private int _room = FeedLimits.AllText;
    private readonly List<string> _warnings = [];
    private readonly Dictionary<Element, Uri?> _bases = [];

    public Reading(FeedHints hints)
    {
        Hints = hints;
        Zone =
            hints.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
                ? zone
                : TimeZoneInfo.Utc;
        Base = Addresses.Absolute(hints.BaseUrl);
    }

    public FeedHints Hints { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>Address of the document; null when it is not known.</summary>
    public Uri? Base { get; }

    /// <summary>Address of the site, once the feed has told it: the last resort for relative links.</summary>
    public Uri? Site { get; set; }

    /// <summary>Whether the document uses xml:base at all; few do.</summary>
    public bool HasBases { get; init; }

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The most UTF-16 units that the next summary or content may have: what the others left.</summary>
    public int TextLimit => Math.Clamp(_room, FeedLimits.LeastText, FeedLimits.Text);

    /// <summary>Counts a summary or content.</summary>
    public string? Keep(string? text)
    {
        _room -= text?.Length ?? 0;
        return text;
    }

    public void Warn(string warning)
    {
        if (_warnings.Count < MaxWarnings)
            _warnings.Add(PlainText.TitleOfText(warning));
    }

    public DateTimeOffset? Date(string? text)
    {
        var date = FeedDate.Read(text, Zone, Hints.Now, out var doubt);
        if (doubt is not null)
            Warn(doubt);
        return date;
    }

    /// <summary>The first of these elements that holds a date.</summary>
    public DateTimeOffset? Date(Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Date(child.Text) is { } date)
                return date;
        return null;
    }

    /// <summary>An absolute http or https address; null for every other scheme and for what is no address.</summary>
    public string? Link(string? address, Element at)
    {
        if (Addresses.Clean(address) is not { Length: > 0 } clean)
            return null;
        return Addresses.Resolve(clean, BaseOf(at)) ?? Addresses.Resolve(clean, Site);
    }

    /// <summary>The base in force at an element: xml:base (XML Base §4), each resolved against the one above it.</summary>
    public Uri? BaseOf(Element element)
    {
        if (!HasBases)
            return Base;
        if (_bases.TryGetValue(element, out var known))
            return known;
        var own = element.Attribute("xml:base");
        var outer = element.Parent is null ? Base : BaseOf(element.Parent);
        var found = string.IsNullOrWhiteSpace(own) ? outer : Addresses.Absolute(Addresses.Clean(own), outer) ?? outer;
        _bases[element] = found;
        return found;
    }

    /// <summary>Text that is HTML by custom, whether it was escaped, put into CDATA or left as elements.</summary>
    public string? Html(Element element) => Keep(Html(element, TextLimit));

    private static string? Html(Element element, int limit)
    {
        var text = element.HasMarkup
            ? PlainText.FromMarkup(element.RawInner, element.Entities, limit)
            : PlainText.FromHtml(element.TextSpan, limit);
        return text.Length == 0 ? null : text;
    }

    public static string? Title(Element? element) =>
        element is not null && Html(element, FeedLimits.Title) is { } text ? PlainText.OneLine(text) : null;

    /// <summary>The first of these elements with text in it.</summary>
    public string? FirstHtml(Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Html(child) is { } text)
                return text;
        return null;
    }

    public static string? FirstTitle(Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Title(child) is { } text)
                return text;
        return null;
    }

    /// <summary>A short value without markup: an identifier, a language.</summary>
    public static string? Value(Element? element) => Value(element?.Text);

    public static string? Value(string? text)
    {
        var value = text?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    public static string? FirstValue(Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Value(child) is { } value)
                return value;
        return null;
    }
}
