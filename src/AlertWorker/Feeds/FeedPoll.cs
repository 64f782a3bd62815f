using System.Collections.Concurrent;
using System.Security.Cryptography;
using AlertWorker.Configuration;
using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>One poll of one feed, from the request to the commit.</summary>
public sealed class FeedPoll(
    FeedFetcher fetcher,
    EntryIntake intakes,
    ArticleReader articles,
    StoryReader reader,
    Bookkeeping books
)
{
    private readonly ConcurrentDictionary<string, string> _lastBody = new(StringComparer.Ordinal);

    /// <summary>Asks the feed, and stores and decides whatever it says anew.</summary>
    /// <param name="state">The feed before.</param>
    /// <param name="now">The present, UTC.</param>
    /// <returns>The feed after, and whether the store knows it already.</returns>
    public async Task<PollOutcome> Poll(
        FeedOptions feed,
        FeedState state,
        Detection detection,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        // Kept outside: what holds the body has ended when the room is given back.
        using var room = fetcher.LargeRoom();
        return await Ask(feed, state, FetchRequest.For(state, now) with { Room = room }, detection, now, cancellation);
    }

    private async Task<PollOutcome> Ask(
        FeedOptions feed,
        FeedState state,
        FetchRequest request,
        Detection detection,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var fetched = await fetcher.Fetch(request, cancellation);
        switch (fetched)
        {
            case FetchedFeed.Failed failed:
                return new PollOutcome(FeedHealth.AfterFailure(state, failed, now), Saved: false)
                {
                    RetryAfter = failed.RetryAfter,
                    Answered = failed.Fault is not (FetchFault.Unreachable or FetchFault.Timeout),
                };
            case FetchedFeed.Data data when !SameBody(feed, state, data, out var hash):
                var outcome = await Read(feed, state, data, detection, now, cancellation);
                if (outcome.State.Failures == 0)
                    _lastBody[feed.Id] = hash;
                return outcome;
            default:
                return new PollOutcome(FeedHealth.AfterNone(state, now, !request.Conditional), Saved: false);
        }
    }

    /// <summary>Stores and decides what the feed's hub sent, by the same way. What cannot be read is left to the next poll.</summary>
    public async Task<PollOutcome> Push(
        FeedOptions feed,
        FeedState state,
        PushedDocument pushed,
        Detection detection,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var data = new FetchedFeed.Data(pushed.Body, Whole: true)
        {
            Url = pushed.Topic,
            ContentType = pushed.ContentType,
        };
        var document = FeedReader.Read(data.Body, HintsFor(feed, data, now));
        if (document.Entries.Count == 0 || state.FirstRead is null)
            return new PollOutcome(state, Saved: true);
        var intake = await intakes.Take(feed.Id, document, state.GuidsUnreliable, cancellation);
        var after = FeedHealth.AfterPush(state, document, intake, now);
        return await Enter(feed, state, after, intake, detection, cancellation);
    }

    private async Task<PollOutcome> Read(
        FeedOptions feed,
        FeedState state,
        FetchedFeed.Data data,
        Detection detection,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var document = FeedReader.Read(data.Body, HintsFor(feed, data, now));
        var intake = await intakes.Take(feed.Id, document, state.GuidsUnreliable, cancellation);
        var unconditional = !FetchRequest.For(state, now).Conditional;
        var after = FeedHealth.AfterData(state, data, document, intake, now, unconditional);
        var outcome = await Enter(feed, state, after, intake, detection, cancellation);
        return outcome with { Overrun = FeedHealth.WindowOverrun(state, intake), Warnings = document.Warnings };
    }

    private async Task<PollOutcome> Enter(
        FeedOptions feed,
        FeedState state,
        FeedState after,
        Intake intake,
        Detection detection,
        CancellationToken cancellation
    )
    {
        var stories = await articles.Complete(feed, intake.Stories, detection.Reader, cancellation);
        var read = await reader.Read(stories, feed.ToSource(), detection, cancellation);
        var nothing = read.Count == 0 && intake.ToTouch.Count == 0 && after.FirstRead == state.FirstRead;
        var alerts = nothing
            ? []
            : await books.Enter(
                new PollRecord(after, read, intake.ToTouch, Backlog: state.FirstRead is null),
                detection,
                cancellation
            );
        return new PollOutcome(after, Saved: !nothing) { New = intake.New, Alerts = alerts };
    }

    private static FeedHints HintsFor(FeedOptions feed, FetchedFeed.Data data, DateTimeOffset now) =>
        new()
        {
            ContentType = data.ContentType,
            BaseUrl = data.Url.AbsoluteUri,
            Format = feed.Format,
            TimeZone = feed.TimeZone,
            Select = feed.Select is { } s ? new HtmlSelectors(s.Item, s.Title, s.Link, s.Date) : null,
            Now = now,
        };

    /// <summary>Servers without validators send the same bytes again and again.</summary>
    private bool SameBody(FeedOptions feed, FeedState state, FetchedFeed.Data data, out string hash)
    {
        hash = $"{feed.Url} {feed.Format} {Convert.ToHexString(SHA256.HashData(data.Body.Span))}";
        return data.Whole && state.FirstRead is not null && _lastBody.GetValueOrDefault(feed.Id) == hash;
    }
}
