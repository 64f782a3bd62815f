using System.Net;

namespace AlertWorker.Web;

/// <summary>HTML. Whatever is put into it with <see cref="Of"/> is escaped, unless it is markup itself: no page can forget to.</summary>
internal sealed class Markup
{
    private readonly string _html;

    private Markup(string html) => _html = html;

    public static Markup None { get; } = new("");

    /// <summary><c>Markup.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>: the text between the braces is shown as it stands.</summary>
    public static Markup Of(MarkupHandler html) => new(html.ToString());

    public static Markup Of(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._html)));

    /// <summary>Text alone.</summary>
    public static Markup Text(string text) => new(WebUtility.HtmlEncode(text));

    public override string ToString() => _html;
}
