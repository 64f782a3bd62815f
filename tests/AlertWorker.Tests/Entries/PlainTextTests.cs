namespace AlertWorker.Entries;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>One</p>\n<p>Two</p>", "One\nTwo")]
    [InlineData("One<br>Two<br/><br/>Three", "One\nTwo\nThree")]
    [InlineData("<ul><li>a</li><li>b</li></ul>", "a\nb")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a b")]
    [InlineData("a <b>bold</b>\n   word", "a bold word")]
    [InlineData("AT&amp;T &copy; &#8364; &#x20AC; &#150; &hellip;", "AT&T © € € – …")]
    [InlineData("fish & chips &amp;co &unknown; & more", "fish & chips &co &unknown; & more")]
    [InlineData("?a=1&copy=2", "?a=1&copy=2")]
    [InlineData("1 < 2 > 0", "1 < 2 > 0")]
    [InlineData("keep<script>gone()</script> this", "keep this")]
    [InlineData("keep<SCRIPT >if (a</b) x()</script\n> this", "keep this")]
    [InlineData("keep<style>p{}</style> this<!-- not this --> either", "keep this either")]
    [InlineData("<a href='x' title=\"a > b\">link</a>", "link")]
    [InlineData("<a href=\"x>link</a> and more", "link and more")]
    [InlineData("safe<!--", "safe")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;after", "after")]
    [InlineData("&lt;p&gt;escaped twice&lt;/p&gt;", "escaped twice")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;text", "text")]
    [InlineData("< script>x", "script>x")]
    [InlineData("tab\tand\u00a0hard\u2003space", "tab and hard space")]
    [InlineData("bell\u0007 and null\0", "bell and null")]
    [InlineData("\u202edesolc\u202c gate", "desolc gate")]
    [InlineData("cl\u00adosed Cha\u200bman bor\u200dder", "closed Chaman border")]
    [InlineData("می\u200cشود", "می\u200cشود")]
    [InlineData("\ud83d\ude9b truck", "\ud83d\ude9b truck")]
    public void Html_becomes_what_a_reader_sees(string html, string expected) =>
        Assert.Equal(expected, PlainText.FromHtml(html));

    [Theory]
    [InlineData("Line one\nLine two", "Line one\nLine two")]
    [InlineData("How to write <b>", "How to write <b>")]
    [InlineData("forgotten <b>type</b> &amp; all", "forgotten type & all")]
    public void Text_stays_text(string text, string expected) => Assert.Equal(expected, PlainText.FromText(text));

    [Fact]
    public void A_title_is_one_line_of_five_hundred_characters_at_most()
    {
        var title = PlainText.Title("<p>first</p><p>" + string.Concat(Enumerable.Repeat("\ud83d\ude9b", 400)) + "</p>");

        Assert.StartsWith("first \ud83d\ude9b", title, StringComparison.Ordinal);
        Assert.InRange(title.Length, 498, FeedLimits.Title);
        Assert.False(char.IsHighSurrogate(title[^1]));
        Assert.DoesNotContain('\n', title);
    }

    [Fact]
    public void Half_a_character_is_marked_as_lost()
    {
        Assert.Equal("x\ufffdy\ufffd", PlainText.FromHtml("x\ud800y\udc00"));
        Assert.Equal("a\ufffdb", PlainText.FromHtml("a&#xD800;b"));
    }

    [Fact]
    public void Towers_of_marks_are_taken_down()
    {
        Assert.Equal("c\u0301\u0301\u0301\u0301losed", PlainText.FromHtml("c" + new string('\u0301', 200) + "losed"));
    }

    [Theory]
    [InlineData("<", 1_000_000)]
    [InlineData("<a ", 1_000_000)]
    [InlineData("<a b=\"", 500_000)]
    [InlineData("<!-- >", 500_000)]
    [InlineData("<![CDATA[>", 300_000)]
    [InlineData("<script>", 300_000)]
    [InlineData("</", 1_000_000)]
    [InlineData("a  ", 1_000_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("<div>", 400_000)]
    [InlineData("چ\n", 1_000_000)]
    public void No_text_is_expensive(string piece, int times)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times)) + ">";

        Assert.NotNull(Timed.Run(() => PlainText.FromHtml(html)));
    }
}
