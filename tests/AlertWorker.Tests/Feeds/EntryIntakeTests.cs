using System.Text;
using AlertWorker.Entries;
using AlertWorker.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Feeds;

/// <summary>Feeds that rewind, republish and mislabel: what of each poll is new, and what has changed.</summary>
public sealed class EntryIntakeTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);

    /// <summary>Name, the polls, and for each poll the number of new and of changed entries.</summary>
    public static TheoryData<string, string[], string[]> Sequences =>
        new()
        {
            { "the same document twice", [Items(0, 5), Items(0, 5)], ["5+0", "0+0"] },
            { "a document that grows at the end", [Items(0, 5), Items(0, 7)], ["5+0", "2+0"] },
            {
                "an old copy comes back",
                [Items(0, 5), Items(3, 5), Items(0, 5), Items(3, 5)],
                ["5+0", "3+0", "0+0", "0+0"]
            },
            { "empty, then back", [Items(0, 5), Rss.Feed(), Items(0, 5)], ["5+0", "0+0", "0+0"] },
            { "everything under new guids", [Items(0, 9), Items(0, 9, "x"), Items(0, 9, "y")], ["9+0", "0+0", "0+0"] },
            { "one guid for two stories", [Two("same", "same"), Two("same", "same")], ["2+0", "0+0"] },
            { "guids that begin to repeat", [Two("a", "b"), Two("a", "a")], ["2+0", "0+0"] },
            {
                "a page that lives under one guid",
                [Live("open"), Live("CLOSED"), Live("CLOSED ")],
                ["1+0", "0+1", "0+0"]
            },
            { "http becomes https", [Guid("http://e.org/1"), Guid("https://e.org/1")], ["1+0", "0+0"] },
            {
                "a tracking parameter changes",
                [Guid("http://e.org/1?utm_source=a"), Guid("http://e.org/1?utm_source=b")],
                ["1+0", "0+0"]
            },
            { "a date changes", [Items(0, 3), Items(0, 3, day: 2)], ["3+0", "0+0"] },
            {
                "a guid of a megabyte",
                [Guid(new string('g', 1 << 20)), Guid(new string('g', 1 << 20))],
                ["1+0", "0+0"]
            },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sequences))]
    public async Task A_story_is_new_once_however_it_is_served(string name, string[] polls, string[] expected)
    {
        await using var store = await TestStore.Open("sqlite");
        var unreliable = false;
        var seen = new List<string>();
        foreach (var poll in polls)
        {
            var intake = await Poll(store, poll, unreliable);
            unreliable |= intake.GuidsRepeat;
            seen.Add($"{intake.New}+{intake.Stories.Count - intake.New}");
            _clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal((name, string.Join(' ', expected)), (name, string.Join(' ', seen)));
    }

    [Fact]
    public async Task A_changed_story_keeps_the_time_it_was_first_seen()
    {
        await using var store = await TestStore.Open("sqlite");
        await Poll(store, Live("open"), false);
        _clock.Advance(TimeSpan.FromHours(1));
        var changed = Assert.Single((await Poll(store, Live("closed"), false)).Stories);
        Assert.Equal(Start, changed.FirstSeen);
        Assert.False(changed.IsNew);
    }

    [Fact]
    public async Task A_story_shown_for_days_is_touched_once_a_day()
    {
        await using var store = await TestStore.Open("sqlite");
        await Poll(store, Items(0, 3), false);
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Empty((await Poll(store, Items(0, 3), false)).ToTouch);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(3, (await Poll(store, Items(0, 3), false)).ToTouch.Count);
    }

    private async Task<Intake> Poll(TestStore store, string document, bool unreliable)
    {
        var entries = new EntryStore(store.Database);
        var read = FeedReader.Read(Encoding.UTF8.GetBytes(document), new FeedHints { Now = _clock.GetUtcNow() });
        var intake = await new EntryIntake(entries, _clock).Take("feed", read, unreliable, Cancellation);
        var rows = intake.Stories.Select(story => new EntryRow("feed", story.Entry, story.Seen, Keep: false));
        await store.Database.Write(t => EntryStore.Save(t, rows), Cancellation);
        return intake;
    }

    private static string Items(int first, int count, string guids = "g", int day = 1) =>
        Rss.Feed([
            .. Enumerable
                .Range(first, count)
                .Select(i =>
                    $"<item><guid isPermaLink=\"false\">{guids}{i}</guid><title>Story {i}</title><link>http://example.org/{i}</link><pubDate>0{day} Mar 2025 0{i % 10}:00:00 GMT</pubDate></item>"
                ),
        ]);

    private static string Two(string first, string second) =>
        Rss.Feed(
            $"<item><guid isPermaLink=\"false\">{first}</guid><title>Chaman closed</title><link>http://example.org/a</link></item>",
            $"<item><guid isPermaLink=\"false\">{second}</guid><title>Torkham closed</title><link>http://example.org/b</link></item>"
        );

    private static string Live(string state) =>
        Rss.Feed(Rss.Item("live", "Chaman border, live", Start, $"The gate is {state}."));

    private static string Guid(string guid) =>
        Rss.Feed($"<item><guid>{guid}</guid><title>Chaman closed</title><link>http://example.org/a</link></item>");
}
