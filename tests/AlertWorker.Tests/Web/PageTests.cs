using System.Net;
using System.Text.RegularExpressions;

namespace AlertWorker.Web;

[Collection(nameof(SeededWorker))]
public sealed partial class PageTests(SeededWorker worker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages => ["/", "/?q=torkham", "/crossings/torkham", "/alerts/first"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_runs_and_loads_nothing_of_strangers(string path)
    {
        using var answer = await worker.Http.GetAsync(path, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Handler(), html);
        Assert.All(
            Loaded().Matches(html),
            match => Assert.StartsWith("/assets/", match.Groups["address"].Value, StringComparison.Ordinal)
        );
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task What_is_closed_comes_first_with_its_word_its_shape_and_its_proof()
    {
        var html = await Get("/");

        var card = html.IndexOf("<article class=\"card closed\">", StringComparison.Ordinal);
        Assert.InRange(card, 1, html.IndexOf("id=\"all\"", StringComparison.Ordinal));
        Assert.Contains("✕</i>closed", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://news.example/story\"", html, StringComparison.Ordinal);
        Assert.Contains("How sure: likely", html, StringComparison.Ordinal);
        Assert.Contains("Kharlachi", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?lang=ur", null, "ur", "rtl")]
    [InlineData("/", "ur-PK,en;q=0.5", "ur", "rtl")]
    [InlineData("/", "xx,ru;q=0.9,ur;q=0.1", "ru", "ltr")]
    [InlineData("/?lang=en", "ur", "en", "ltr")]
    [InlineData("/?lang=zz", null, "en", "ltr")]
    public async Task A_page_speaks_the_readers_language(
        string path,
        string? accepted,
        string language,
        string direction
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);

        using var answer = await worker.Http.SendAsync(request, Cancellation);

        Assert.Contains(
            $"<html lang=\"{language}\" dir=\"{direction}\">",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("torkam", "/crossings/torkham")]
    [InlineData("طورخم", "/crossings/torkham")]
    [InlineData("Nepal", "/crossings/raxaul-birgunj")]
    public async Task The_search_finds_what_is_meant_without_a_script(string typed, string address)
    {
        var html = await Get($"/?q={Uri.EscapeDataString(typed)}");

        var found = html.IndexOf("class=\"found", StringComparison.Ordinal);
        Assert.InRange(
            html.IndexOf(address, found, StringComparison.Ordinal),
            found,
            html.IndexOf("<h2>", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_typed_is_shown_and_never_run()
    {
        var html = await Get("/?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E");

        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crossing_shows_every_flow_and_what_each_side_says()
    {
        var html = await Get("/crossings/torkham");

        foreach (
            var flow in new[]
            {
                "cargo <bdi dir=\"ltr\">PK → AF",
                "cargo <bdi dir=\"ltr\">AF → PK",
                "people <bdi dir=\"ltr\">PK → AF",
                "people <bdi dir=\"ltr\">AF → PK",
            }
        )
            Assert.Contains(flow, html, StringComparison.Ordinal);
        Assert.Contains("<td>closed</td><td>–</td>", html, StringComparison.Ordinal);
        Assert.Contains("/alerts/last", html, StringComparison.Ordinal);
        Assert.Contains("unknown → closed", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/crossings/nowhere")]
    [InlineData("/alerts/nowhere")]
    public async Task What_does_not_exist_is_a_page_that_says_so(string path)
    {
        using var answer = await worker.Http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Style_and_script_are_kept_for_good_under_their_version()
    {
        var css = Loaded().Match(await Get("/")).Groups["address"].Value;
        using var answer = await worker.Http.GetAsync(css, Cancellation);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private Task<string> Get(string path) => worker.Http.GetStringAsync(path, Cancellation);

    [GeneratedRegex(
        "(src=|rel=\"(icon|stylesheet)\" href=)\"(?<address>[^\"]*)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Loaded();

    [GeneratedRegex("<[^>]* on[a-z]+=", RegexOptions.NonBacktracking)]
    private static partial Regex Handler();
}
