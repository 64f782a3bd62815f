using System.Net;
using System.Text;

namespace AlertWorker.Channels;

/// <summary>Reads messages as strictly as Telegram does: known tags only, closed in order.</summary>
internal static class TelegramMarkup
{
    private static readonly string[] Tags =
    [
        "b",
        "i",
        "u",
        "s",
        "a",
        "code",
        "pre",
        "blockquote",
        "tg-spoiler",
        "tg-emoji",
    ];

    /// <summary>The text as shown; null when the markup cannot be read.</summary>
    public static string? Read(string text, string? mode)
    {
        if (!string.Equals(mode, "html", StringComparison.OrdinalIgnoreCase))
            return text;
        var shown = new StringBuilder();
        var open = new Stack<string>();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] != '<')
            {
                var end = text.IndexOf('<', at) is var next && next < 0 ? text.Length : next;
                shown.Append(WebUtility.HtmlDecode(text[at..end]));
                at = end;
                continue;
            }
            var close = text.IndexOf('>', at);
            if (close < 0)
                return null;
            var tag = text[(at + 1)..close];
            if (tag.StartsWith('/') && (open.Count == 0 || open.Pop() != tag[1..]))
                return null;
            if (!tag.StartsWith('/') && !Tags.Contains(tag.Split(' ')[0]))
                return null;
            if (!tag.StartsWith('/'))
                open.Push(tag.Split(' ')[0]);
            at = close + 1;
        }
        return open.Count == 0 ? shown.ToString() : null;
    }
}
