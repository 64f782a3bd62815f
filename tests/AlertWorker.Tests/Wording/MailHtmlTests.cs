using AlertWorker.Alerts;
using AlertWorker.Claims;

namespace AlertWorker.Wordings;

public sealed class MailHtmlTests
{
    public static TheoryData<string> Languages => [.. SomeAlert.Catalogs.All.Select(catalog => catalog.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_html_part_loads_nothing_and_has_the_languages_direction(string language)
    {
        var html = MailHtml.Render(Hostile(language));
        if (Environment.GetEnvironmentVariable("ALERTWORKER_TEST_MAILS") is { } folder)
            File.WriteAllText(Path.Combine(folder, $"{language}.html"), html);

        var direction = SomeAlert.Catalogs.For(language).RightToLeft ? "rtl" : "ltr";
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        foreach (var bad in new[] { "<script", "<img", "src=", "url(", "onerror", "@import", "javascript:" })
            Assert.DoesNotContain(
                bad,
                html.Replace("&lt;", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase
            );
    }

    [Fact]
    public void What_a_feed_says_is_shown_as_text() =>
        Assert.Contains(
            "&lt;b&gt;the gate&lt;/b&gt; is &amp; stays shut",
            MailHtml.Render(Hostile("en")),
            StringComparison.Ordinal
        );

    private static ComposedMessage Hostile(string language) =>
        SomeAlert.In(
            language,
            SomeAlert.Closed with
            {
                Quotes =
                [
                    SomeAlert.Quote with
                    {
                        Text = "<b>the gate</b> is & stays shut",
                    },
                    SomeAlert.Quote with
                    {
                        Text = "طورخم گزرگاہ ہر قسم کی آمدورفت کے لیے بند کر دی گئی",
                        Outlet = "روزنامہ",
                        Says = Status.Open,
                    },
                ],
                Scheduled = new Schedule(SomeAlert.Now.AddDays(2), DayOnly: false, "x"),
            },
            links: new MessageLinks("https://status.example/alerts/a1", "https://status.example/unsubscribe/abc")
        );
}
