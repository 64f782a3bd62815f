using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>Text constructs and content of Atom 1.0 (RFC 4287 §3.1, §4.1.3) and 0.3 (its mode attribute), as plain text.</summary>
internal static class AtomText
{
    /// <summary>The first of these elements with text in it.</summary>
    public static string? First(Reading reading, Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Read(child, reading.TextLimit) is { Length: > 0 } text)
                return reading.Keep(text);
        return null;
    }

    public static string? Title(Element parent, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        foreach (var child in parent.Children)
            if (child.Name == name && Read(child, FeedLimits.Title) is { Length: > 0 } text)
                return PlainText.OneLine(text);
        return null;
    }

    private static string Read(Element element, int limit)
    {
        if (element.HasMarkup)
            return PlainText.FromMarkup(element.RawInner, element.Entities, limit);
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "text";
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant();
        if (IsBase64(type, mode) && FromBase64(element.TextSpan) is { } decoded)
            return PlainText.FromHtml(decoded, limit);
        // "text" that shows end tags or references is HTML whose publisher forgot to say so.
        return type is "text" or "text/plain"
            ? PlainText.FromText(element.TextSpan, limit)
            : PlainText.FromHtml(element.TextSpan, limit);
    }

    /// <summary>Content of any other media type is Base64 (RFC 4287 §4.1.3.3, item 6).</summary>
    private static bool IsBase64(string type, string? mode) =>
        mode == "base64"
        || (
            mode is null
            && type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.Ordinal)
            && !type.EndsWith("xml", StringComparison.Ordinal)
            && !type.StartsWith("message/", StringComparison.Ordinal)
        );

    private static string? FromBase64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3];
        // What is not text after decoding was not Base64, or is a picture: either way there is nothing to read in it.
        return Convert.TryFromBase64Chars(text, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }
}
