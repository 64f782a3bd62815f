using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Entries;

namespace AlertWorker.Feeds;

/// <summary>Fetches the article behind an entry that names a watched place and says little. Once; without it the entry stands as it is.</summary>
public sealed class ArticleReader(FeedFetcher fetcher, Robots robots, TimeProvider clock)
{
    /// <summary>Most articles fetched for one poll: a first poll must not empty a newspaper.</summary>
    private const int MostInOnePoll = 8;
    private const int ShortText = 700;
    private const int LargestPage = 4 * 1024 * 1024;
    private const int LongestText = 64 * 1024;
    private static readonly TimeSpan TimeForOnePoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WorthReading = TimeSpan.FromDays(5);

    /// <summary>The stories, those worth it with the text of their articles.</summary>
    public async Task<IReadOnlyList<Story>> Complete(
        FeedOptions feed,
        IReadOnlyList<Story> stories,
        ClaimReader reader,
        CancellationToken cancellation
    )
    {
        var worth = stories.Where(story => IsWorth(feed, story.Entry, reader)).Take(MostInOnePoll).ToHashSet();
        if (worth.Count == 0)
            return stories;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(TimeForOnePoll);
        var complete = new List<Story>(stories.Count);
        foreach (var story in stories)
            complete.Add(
                worth.Contains(story)
                && await Text(story.Entry.Link!, time.Token, cancellation) is { } text
                && text.Length > story.Entry.Text.Length
                && reader.Concerns(text)
                    ? story with
                    {
                        Entry = story.Entry with { Content = text },
                    }
                    : story
            );
        return complete;
    }

    private bool IsWorth(FeedOptions feed, Entry entry, ClaimReader reader) =>
        feed.FullText != FullText.Never
        && entry.Link is not null
        && entry.Readings.Count == 0
        && clock.GetUtcNow() - (entry.PublishedUtc ?? clock.GetUtcNow()) < WorthReading
        && (
            feed.FullText == FullText.Always
            || (entry.Text.Length < ShortText && reader.Concerns($"{entry.Title}\n{entry.Text}"))
        );

    /// <summary>Null for whatever reason there is no text: the entry costs nothing but that.</summary>
    private async Task<string?> Text(string link, CancellationToken time, CancellationToken cancellation)
    {
        try
        {
            if (!Uri.TryCreate(link, UriKind.Absolute, out var url) || !await robots.Allow(url, time))
                return null;
            if (
                await fetcher.Fetch(new FetchRequest(url) { Bytes = LargestPage }, time)
                is not FetchedFeed.Data { Whole: true } page
            )
                return null;
            if (page.Url.Host != url.Host && page.Url.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase))
                return null;
            var text = await ArticleText.Read(page.Body, page.ContentType, page.Url, time);
            return text?.Length > LongestText ? text[..LongestText] : text;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
