using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

public sealed class FeedHealthTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Url = new("https://example.org/feed");
    private static readonly Intake Nothing = new([], 1, 0, GuidsRepeat: false, []);

    private static FeedState New { get; } = new() { Feed = "a", Url = Url.AbsoluteUri };

    private static FeedState Well { get; } =
        New with
        {
            Condition = FeedCondition.Ok,
            Since = Now.AddDays(-1),
            FirstRead = Now.AddDays(-9),
            ETag = "\"old\"",
            Newest = Now.AddHours(-1),
        };

    [Theory]
    [InlineData(23, "\"old\"")]
    [InlineData(24, null)]
    public void Once_a_day_the_whole_document_is_asked_for(int hours, string? expected) =>
        Assert.Equal(expected, FetchRequest.For(Well with { LastFull = Now.AddHours(-hours) }, Now).ETag);

    [Theory]
    [InlineData(FetchFault.Forbidden, FeedCondition.Blocked)]
    [InlineData(FetchFault.NotFound, FeedCondition.Gone)]
    [InlineData(FetchFault.Gone, FeedCondition.Gone)]
    [InlineData(FetchFault.AddressRefused, FeedCondition.Failing)]
    [InlineData(FetchFault.Redirect, FeedCondition.Failing)]
    public void A_plain_refusal_changes_the_condition_at_once(FetchFault fault, FeedCondition condition)
    {
        var after = FeedHealth.AfterFailure(Well, Failure(fault), Now);
        Assert.Equal((condition, Now, "why"), (after.Condition, after.Since!.Value, after.Reason));
        Assert.Equal("\"old\"", after.ETag);
    }

    [Theory]
    [InlineData(FetchFault.Timeout)]
    [InlineData(FetchFault.Unreachable)]
    [InlineData(FetchFault.Status)]
    [InlineData(FetchFault.Garbage)]
    [InlineData(FetchFault.Empty)]
    [InlineData(FetchFault.TooLarge)]
    public void A_passing_failure_changes_the_condition_when_it_comes_twice(FetchFault fault)
    {
        var once = FeedHealth.AfterFailure(Well, Failure(fault), Now);
        Assert.Equal(FeedCondition.Ok, once.Condition);
        Assert.Equal(FeedCondition.Failing, FeedHealth.AfterFailure(once, Failure(fault), Now).Condition);
        Assert.Equal(FeedCondition.Failing, FeedHealth.AfterFailure(New, Failure(fault), Now).Condition);
    }

    [Fact]
    public void A_server_that_flaps_is_no_news()
    {
        var state = Well;
        for (var i = 0; i < 20; i++)
        {
            state = FeedHealth.AfterFailure(state, Failure(FetchFault.Status), Now);
            Assert.Equal(FeedCondition.Ok, state.Condition);
            state = FeedHealth.AfterNone(state, Now);
        }
        Assert.Equal(Well.Since, state.Since);
    }

    [Fact]
    public void The_third_410_in_a_row_stops_a_feed()
    {
        var once = FeedHealth.AfterFailure(Well, Failure(FetchFault.Gone), Now);
        var twice = FeedHealth.AfterFailure(once, Failure(FetchFault.Gone), Now);
        Assert.False(twice.Stopped);
        Assert.True(FeedHealth.AfterFailure(twice, Failure(FetchFault.Gone), Now).Stopped);
    }

    [Theory]
    [InlineData(FeedFaultKind.Html, FeedCondition.Blocked)]
    [InlineData(FeedFaultKind.Consent, FeedCondition.Blocked)]
    [InlineData(FeedFaultKind.NotAFeed, FeedCondition.Failing)]
    [InlineData(FeedFaultKind.Hostile, FeedCondition.Failing)]
    public void A_page_where_a_feed_is_due_stores_no_validator(FeedFaultKind kind, FeedCondition condition)
    {
        var document = new FeedDocument { Fault = new FeedFault(kind, "why") };
        var after = FeedHealth.AfterData(Well, Body(), document, Nothing, Now, unconditional: true);
        Assert.Equal((condition, "\"old\"", 1), (after.Condition, after.ETag, after.Failures));
        Assert.Null(after.LastFull);
    }

    [Fact]
    public void A_document_that_is_cut_stores_no_validator()
    {
        var after = FeedHealth.AfterData(Well, Body() with { Whole = false }, Document(5), Nothing, Now, true);
        Assert.Equal(("\"old\"", 1), (after.ETag, after.Failures));
    }

    [Fact]
    public void A_whole_document_makes_a_feed_well_and_stores_its_validators()
    {
        var failing = Well with { Condition = FeedCondition.Failing, Failures = 7, Reason = "why" };
        var after = FeedHealth.AfterData(failing, Body(), Document(5), Nothing, Now, unconditional: true);
        Assert.Equal(
            (FeedCondition.Ok, 0, "\"new\"", Now),
            (after.Condition, after.Failures, after.ETag, after.Since!.Value)
        );
        Assert.Null(after.Reason);
        Assert.Equal(Now, after.LastFull);
    }

    [Fact]
    public void A_document_without_an_entry_is_empty_and_not_failed()
    {
        var after = FeedHealth.AfterData(Well, Body(), new FeedDocument(), Nothing, Now, unconditional: true);
        Assert.Equal((FeedCondition.Empty, 0), (after.Condition, after.Failures));
    }

    [Theory]
    [InlineData(1, 11, FeedCondition.Ok)]
    [InlineData(1, 13, FeedCondition.Stale)]
    [InlineData(24, 11 * 24, FeedCondition.Ok)]
    [InlineData(24, 13 * 24, FeedCondition.Stale)]
    public void A_feed_is_stale_by_its_own_rhythm(int hoursBetween, int hoursSilent, FeedCondition expected)
    {
        var silent = Well with { Newest = Now.AddHours(-hoursSilent), Rhythm = TimeSpan.FromHours(hoursBetween) };
        var after = FeedHealth.AfterNone(silent, Now);
        Assert.Equal(expected, after.Condition);
    }

    [Fact]
    public void Entries_that_went_past_unseen_are_noticed_and_the_feed_is_asked_more_often()
    {
        var allNew = new Intake([.. Enumerable.Range(0, 20).Select(i => Story($"{i}"))], 0, 0, GuidsRepeat: false, []);
        Assert.True(FeedHealth.WindowOverrun(Well, allNew));
        Assert.False(FeedHealth.WindowOverrun(New, allNew));
        Assert.False(FeedHealth.WindowOverrun(Well, allNew with { Known = 1 }));
        var hasty = FeedHealth.AfterData(Well, Body(), Document(20), allNew, Now, unconditional: true);
        Assert.Equal((2, FeedCondition.Ok), (hasty.Haste, hasty.Condition));
        Assert.Contains("window overrun", FeedHealth.AfterNone(hasty, Now).Reason, StringComparison.Ordinal);
        var calm = FeedHealth.AfterData(hasty, Body(), Document(20), Nothing, Now, unconditional: true);
        Assert.Equal((1, null), (calm.Haste, calm.Reason));
    }

    private static FetchedFeed.Failed Failure(FetchFault fault) => new(fault, "why") { Url = Url };

    private static FetchedFeed.Data Body() => new(new byte[10], Whole: true) { Url = Url, ETag = "\"new\"" };

    private static FeedDocument Document(int entries) =>
        new()
        {
            Entries =
            [
                .. Enumerable
                    .Range(0, entries)
                    .Select(i => new Entry { Id = $"{i}", PublishedUtc = Now.AddMinutes(-i) }),
            ],
        };

    private static Story Story(string id) => new(new Entry { Id = id }, new SeenEntry(id, id, id, 0, 0), IsNew: true);
}
