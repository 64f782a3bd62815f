using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>Health of every feed: what the page cannot know is as much worth as what it knows.</summary>
internal static class FeedTable
{
    public static Markup Of(IReadOnlyCollection<FeedBody> feeds, Reader reader)
    {
        var well = feeds.Count(feed => feed.State == FeedCondition.Ok);
        var count = reader.Word(
            "page.well",
            ("ok", reader.Catalog.Number(well)),
            ("all", reader.Catalog.Number(feeds.Count))
        );
        return Markup.Of(
            $"""
            <section id="sources"><h2>{reader.Word("page.sources")}</h2>
            <details><summary>{count}</summary>
            <div class="scroll"><table>
            <thead><tr><th>{reader.Word("page.source")}</th><th>{reader.Word("page.state")}</th><th>{reader.Word(
                "page.newest"
            )}</th><th>{reader.Word("page.problem")}</th></tr></thead>
            <tbody>
            {feeds.OrderBy(Rank).ThenBy(feed => feed.Name, StringComparer.Ordinal).Select(feed =>
                Row(feed, reader)
            )}</tbody></table></div></details></section>

            """
        );
    }

    private static Markup Row(FeedBody feed, Reader reader) =>
        Markup.Of(
            $"<tr><th scope=\"row\"><bdi>{feed.Name}</bdi></th><td><span class=\"feed {feed.State.ToString().ToLowerInvariant()}\">{reader.Word("feed", feed.State)}</span>{Time(feed.Since, reader)}</td><td>{Time(feed.Newest, reader)}</td><td dir=\"auto\">{feed.LastError}</td></tr>\n"
        );

    private static Markup? Time(DateTimeOffset? at, Reader reader) =>
        at is { } time ? Markup.Of($"<small>{reader.Clock.Full(time)}</small>") : null;

    /// <summary>What needs somebody comes first.</summary>
    private static int Rank(FeedBody feed) =>
        feed.State switch
        {
            FeedCondition.Ok => 2,
            FeedCondition.Waiting => 1,
            _ => 0,
        };
}
