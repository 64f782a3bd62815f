using System.Net;
using System.Text.RegularExpressions;
using AlertWorker.Alerts;

namespace AlertWorker.Wordings;

public sealed partial class TelegramHtmlTests
{
    public static TheoryData<string> HostileTexts =>
        [
            "A & B < C > D <b> &amp;",
            "</b></a><a href=\"https://evil.example/\">Official statement</a><b>",
            "<tg-emoji emoji-id=\"1\">x</tg-emoji>",
            "<tg-spoiler><pre>unclosed",
            "*bold* _it_ [x](tg://user?id=1) `code` ||spoiler||",
            "\"quotes' and {crossing} braces",
            "/stop@AlertBot now @admin #tag $USD https://evil.example",
        ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Text_from_outside_is_shown_as_it_stands_and_makes_no_entity(string hostile)
    {
        var html = TelegramHtml.Render(Quoting(hostile));

        var quote = Quoted().Match(html).Groups["text"].Value;
        Assert.Equal(hostile, WebUtility.HtmlDecode(Tag().Replace(quote, "")));
        Assert.All(
            Tag().Matches(html),
            tag => Assert.Matches("^</?(b|blockquote|code|a)( href=\"https?://[^\"<>]*\")?>$", tag.Value)
        );
        Assert.Equal(html.Split("<a ").Length, html.Split("</a>").Length);
    }

    [Fact]
    public void What_Telegram_would_make_a_command_or_mention_stands_in_code() =>
        Assert.Contains(
            "<blockquote><code>ask @admin or /stop</code></blockquote>",
            TelegramHtml.Render(Quoting("ask @admin or /stop")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("x", 9000)]
    [InlineData("🚛", 4500)]
    [InlineData("ب", 5000)]
    [InlineData("e\u0301", 5000)]
    [InlineData("&", 5000)]
    [InlineData("👩‍👩‍👧", 900)]
    public void A_message_over_the_limit_is_cut_between_characters_and_leads_to_the_rest(string unit, int times)
    {
        var message = Quoting(string.Concat(Enumerable.Repeat(unit, times)), "https://status.example/alerts/a1");

        var html = TelegramHtml.Render(message);
        var read = WebUtility.HtmlDecode(Tag().Replace(html, ""));

        Assert.InRange(read.Length, 3900, 4096);
        Assert.Equal(read, new string(read.Where((c, i) => !LoneSurrogate(read, i)).ToArray()));
        Assert.Contains("https://status.example/alerts/a1</a>", html, StringComparison.Ordinal);
        Assert.Contains("How sure:", read, StringComparison.Ordinal);
        Assert.EndsWith(
            $"{unit}…",
            Quoted().Match(html).Groups["text"].Value is var q
                ? WebUtility.HtmlDecode(Tag().Replace(q, "")).TrimEnd('\u2069')
                : "",
            StringComparison.Ordinal
        );
        Assert.InRange(TelegramHtml.Plain(message).Length, 3900, 4096);
    }

    [Fact]
    public void Cutting_happens_at_the_limit_and_not_before()
    {
        var overhead = TelegramHtml.Plain(Quoting("")).Length;
        var plainOverhead = WebUtility.HtmlDecode(Tag().Replace(TelegramHtml.Render(Quoting("")), "")).Length;
        Assert.True(overhead > 0);

        var exact = TelegramHtml.Render(Quoting(new string('x', 4096 - plainOverhead)));
        var over = TelegramHtml.Render(Quoting(new string('x', 4097 - plainOverhead)));

        Assert.DoesNotContain("…", exact, StringComparison.Ordinal);
        Assert.Contains("…", over, StringComparison.Ordinal);
    }

    private static ComposedMessage Quoting(string text, string? evidence = null) =>
        SomeAlert.In(
            "en",
            SomeAlert.Closed with
            {
                Quotes = [SomeAlert.Quote with { Text = text }],
            },
            links: new MessageLinks(evidence, Bot: true)
        );

    private static bool LoneSurrogate(string text, int at) =>
        char.IsHighSurrogate(text[at]) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        || char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    [GeneratedRegex("<blockquote>(?<text>.*?)</blockquote>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
