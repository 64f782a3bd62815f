namespace AlertWorker.Entries;

public sealed class EntryIdentityTests
{
    [Theory]
    [InlineData("http://a.example/x", "https://www.a.example/x/")]
    [InlineData("https://a.example/x?utm_source=rss&id=7", "https://a.example/x?id=7&fbclid=abc")]
    [InlineData("https://A.example/x#at_medium=RSS", "https://a.example/x")]
    [InlineData(" tag:a,2021:1", "tag:a,2021:1")]
    public void The_same_story_has_the_same_key(string one, string other) =>
        Assert.Equal(EntryIdentity.Key(new Entry { Id = one }), EntryIdentity.Key(new Entry { Id = other }));

    [Theory]
    [InlineData("https://a.example/x?id=7", "https://a.example/x?id=8")]
    [InlineData("https://a.example/x#p1", "https://a.example/x#p2")]
    [InlineData("https://a.example:8443/x", "https://a.example/x")]
    [InlineData("1", "2")]
    public void Different_stories_have_different_keys(string one, string other) =>
        Assert.NotEqual(EntryIdentity.Key(new Entry { Id = one }), EntryIdentity.Key(new Entry { Id = other }));

    [Fact]
    public void Ids_that_several_stories_share_are_not_trusted()
    {
        var document = new FeedDocument
        {
            Feed = new FeedInfo { Link = "https://a.example/" },
            Entries =
            [
                Story("https://a.example", "one", "Gate closed"),
                Story("g", "two", "Gate opened"),
                Story("g", "three", "Road blocked"),
            ],
        };

        var keys = EntryIdentity.Keys(document);

        Assert.Equal(3, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(keys, EntryIdentity.Keys(document));
    }

    [Fact]
    public void New_guids_and_dates_leave_the_story_as_it_was()
    {
        var before = Story("guid-1", "one", "Gate closed") with { PublishedUtc = DateTimeOffset.UnixEpoch };
        var after = Story("guid-2", "one", "Gate  closed!");

        Assert.Equal(EntryIdentity.StoryFingerprint(before), EntryIdentity.StoryFingerprint(after));
        Assert.Equal(EntryIdentity.Fingerprint(before), EntryIdentity.Fingerprint(after));
    }

    [Fact]
    public void Changed_words_and_changed_readings_change_the_fingerprint()
    {
        var entry = Story("g", "one", "Gate") with { Summary = "The gate is closed." };
        var reading = new PostReading("1", "Gate", true, "US", PostState.Open, null, "open");

        Assert.NotEqual(
            EntryIdentity.Fingerprint(entry),
            EntryIdentity.Fingerprint(entry with { Summary = "The gate is open." })
        );
        Assert.NotEqual(
            EntryIdentity.Fingerprint(entry with { Readings = [reading] }),
            EntryIdentity.Fingerprint(entry with { Readings = [reading with { State = PostState.Closed }] })
        );
        Assert.Equal(
            EntryIdentity.Fingerprint(entry with { Readings = [reading] }),
            EntryIdentity.Fingerprint(entry with { Readings = [reading with { AsOfUtc = DateTimeOffset.UnixEpoch }] })
        );
    }

    private static Entry Story(string id, string path, string title) =>
        new()
        {
            Id = id,
            Link = "https://a.example/" + path,
            Title = title,
        };
}
