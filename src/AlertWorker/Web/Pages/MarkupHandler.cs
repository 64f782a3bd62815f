using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace AlertWorker.Web;

/// <summary>What an interpolated string becomes where <see cref="Markup"/> is due: its own words are HTML, what is put in is escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder _html;

    public MarkupHandler(int literalLength, int formattedCount) =>
        _html = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(string? text) => _html.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(Markup? markup) => _html.Append(markup);

    public void AppendFormatted(IEnumerable<Markup> parts) => _html.AppendJoin("", parts);

    public void AppendFormatted(double number) => _html.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _html.ToString();
}
