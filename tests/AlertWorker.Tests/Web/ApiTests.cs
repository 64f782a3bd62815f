using System.Net;
using System.Text.Json;

namespace AlertWorker.Web;

[Collection(nameof(SeededWorker))]
public sealed class ApiTests(SeededWorker worker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/crossings")]
    [InlineData("/api/crossings/torkham")]
    [InlineData("/api/crossings/torkham/history")]
    [InlineData("/api/crossings/torkham/history.csv")]
    [InlineData("/api/alerts")]
    [InlineData("/api/feeds")]
    [InlineData("/alerts.atom")]
    [InlineData("/crossings/torkham/alerts.atom")]
    [InlineData("/alerts/first")]
    [InlineData("/alerts/first.cap")]
    public async Task Who_has_it_already_is_told_so_in_a_few_bytes(string path)
    {
        using var first = await worker.Http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await worker.Http.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/api/crossings/nowhere", 404)]
    [InlineData("/api/crossings/nowhere/history", 404)]
    [InlineData("/api/alerts?crossing=nowhere", 404)]
    [InlineData("/api/alerts?since=yesterday", 400)]
    [InlineData("/api/alerts?kind=opened", 400)]
    [InlineData("/api/alerts?kind=1", 400)]
    [InlineData("/api/alerts?limit=0", 400)]
    [InlineData("/api/alerts?after=x", 400)]
    [InlineData("/api/crossings/torkham/history?from=x", 400)]
    [InlineData("/api/crossings/torkham/history?after=5-x", 400)]
    [InlineData("/alerts/nowhere.cap", 404)]
    [InlineData("/api/nothing", 404)]
    public async Task What_cannot_be_answered_is_a_problem_document(string path, int status)
    {
        using var answer = await worker.Http.GetAsync(path, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Alerts_come_newest_first_and_page_by_page()
    {
        using var first = await worker.Http.GetAsync("/api/alerts?limit=2", Cancellation);
        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];

        Assert.Equal(["last", "second"], Ids(await worker.Json("/api/alerts?limit=2")));
        Assert.Equal(["first"], Ids(await worker.Json(next)));
        Assert.Equal(["first"], Ids(await worker.Json("/api/alerts?kind=closed&crossing=torkham")));
        Assert.Equal(["last"], Ids(await worker.Json("/api/alerts?since=2026-03-04T16:05:00+05:00")));
    }

    [Fact]
    public async Task The_ledger_is_cut_by_time_and_goes_on_at_the_link()
    {
        var all = await worker.Json("/api/crossings/torkham/history");
        Assert.Equal(2, all.GetProperty("steps").GetArrayLength());
        var early = await worker.Json("/api/crossings/torkham/history?to=2026-03-04T09:30:00Z");
        Assert.Equal(1, early.GetProperty("steps").GetArrayLength());
        Assert.Equal(["first"], Ids(early.GetProperty("alerts")));

        using var newest = await worker.Http.GetAsync("/api/crossings/torkham/history?limit=1", Cancellation);
        var older = await worker.Json(newest.Headers.GetValues("Link").Single().Split('<', '>')[1]);
        Assert.Equal("entry-0", older.GetProperty("steps")[0].GetProperty("entryId").GetString());
    }

    [Fact]
    public async Task A_spreadsheet_never_runs_what_a_source_says()
    {
        var csv = await worker.Http.GetStringAsync("/api/crossings/torkham/history.csv", Cancellation);

        Assert.Contains("\"fine words\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crossing_nobody_has_located_has_no_coordinates()
    {
        var badini = await worker.Json("/api/crossings/badini");
        Assert.Equal(JsonValueKind.Null, badini.GetProperty("lat").ValueKind);
        Assert.Equal(71.09, (await worker.Json("/api/crossings/torkham")).GetProperty("lon").GetDouble());
    }

    [Fact]
    public async Task Metrics_are_told_in_Prometheus_own_words()
    {
        var metrics = await worker.Http.GetStringAsync("/metrics", Cancellation);
        Assert.Contains("# TYPE alertworker_feeds gauge", metrics, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Ids(JsonElement alerts) =>
        alerts.EnumerateArray().Select(alert => alert.GetProperty("id").GetString());
}
