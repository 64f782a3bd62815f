using AlertWorker.Entries;
using AlertWorker.Storage;

namespace AlertWorker.Feeds;

/// <summary>What one poll says of the health of its feed. Pure: data, none and failed stay apart.</summary>
public static class FeedHealth
{
    /// <summary>A feed that says 410 so often in a row is not asked again.</summary>
    public const int GoneForGood = 3;

    private const int MostHaste = 8;
    private static readonly TimeSpan StaleAtLeast = TimeSpan.FromHours(12);
    private static readonly TimeSpan StaleUnknown = TimeSpan.FromDays(7);
    private static readonly TimeSpan StaleAtMost = TimeSpan.FromDays(45);

    /// <summary>After a body that was read.</summary>
    public static FeedState AfterData(
        FeedState state,
        FetchedFeed.Data data,
        FeedDocument document,
        Intake intake,
        DateTimeOffset now,
        bool unconditional
    )
    {
        if (document.Fault is { } fault)
            return Failed(state, ConditionOf(fault.Kind), fault.Message, Lasting(fault.Kind), now) with
            {
                FirstRead = document.Entries.Count > 0 ? state.FirstRead ?? now : state.FirstRead,
            };
        if (!data.Whole)
            return Failed(state, FeedCondition.Failing, "the connection ended before the document did", false, now) with
            {
                FirstRead = document.Entries.Count > 0 ? state.FirstRead ?? now : state.FirstRead,
            };
        var read = state with
        {
            FirstRead = state.FirstRead ?? now,
            Polled = now,
            LastFull = unconditional ? now : state.LastFull,
            ETag = data.ETag,
            LastModified = data.LastModified,
            MovedTo = data.Moved?.AbsoluteUri ?? state.MovedTo,
            Failures = 0,
            Ttl = document.Ttl,
            SkipHours = document.Feed.SkipHours,
            Newest = Latest(state.Newest, Newest(document.Entries, now)),
            Rhythm = RhythmOf(document.Entries) ?? state.Rhythm,
            LastStory = intake.Stories.Count > 0 ? now : state.LastStory,
            LastNews = intake.New > 0 ? now : state.LastNews,
            GuidsUnreliable = state.GuidsUnreliable || intake.GuidsRepeat || intake.Republished >= 5,
            Haste = HasteAfter(state, intake),
            Hub = data.Hub?.AbsoluteUri ?? document.Hub,
            Topic = (data.Topic?.AbsoluteUri ?? document.Feed.Self ?? data.Url.AbsoluteUri),
            NewsByPush = state.NewsByPush && intake.New == 0,
        };
        return document.Entries.Count == 0
            ? In(read, FeedCondition.Empty, "a valid document without an entry", now)
            : StaleOrOk(read, now);
    }

    /// <summary>
    /// After a document that a hub sent. It often holds only what is new, so that it says nothing of the feed's window, and it is no
    /// answer to a poll: validators and times of polls stay.
    /// </summary>
    public static FeedState AfterPush(FeedState state, FeedDocument document, Intake intake, DateTimeOffset now) =>
        StaleOrOk(
            state with
            {
                Newest = Latest(state.Newest, Newest(document.Entries, now)),
                LastStory = intake.Stories.Count > 0 ? now : state.LastStory,
                LastNews = intake.New > 0 ? now : state.LastNews,
                NewsByPush = state.NewsByPush || intake.New > 0,
            },
            now
        );

    /// <summary>After 304, or a body that is byte for byte the last one.</summary>
    public static FeedState AfterNone(FeedState state, DateTimeOffset now, bool unconditional = false)
    {
        var answered = state with { Polled = now, Failures = 0, LastFull = unconditional ? now : state.LastFull };
        return state.Condition == FeedCondition.Empty ? answered : StaleOrOk(answered, now);
    }

    /// <summary>After an exchange that gave nothing.</summary>
    public static FeedState AfterFailure(FeedState state, FetchedFeed.Failed failed, DateTimeOffset now)
    {
        var condition = failed.Fault switch
        {
            FetchFault.Forbidden => FeedCondition.Blocked,
            FetchFault.NotFound or FetchFault.Gone => FeedCondition.Gone,
            _ => FeedCondition.Failing,
        };
        var lasting =
            condition != FeedCondition.Failing || failed.Fault is FetchFault.AddressRefused or FetchFault.Redirect;
        var after = Failed(state, condition, failed.Reason, lasting, now);
        return failed.Fault == FetchFault.Gone && after.Failures >= GoneForGood ? after with { Stopped = true } : after;
    }

    /// <summary>True when the document shares nothing with what the feed showed before: entries went past unseen.</summary>
    public static bool WindowOverrun(FeedState before, Intake intake) =>
        before.FirstRead is not null && intake.Known == 0 && intake.New >= 5;

    private static int HasteAfter(FeedState state, Intake intake)
    {
        if (WindowOverrun(state, intake))
            return Math.Min(state.Haste * 2, MostHaste);
        var shown = intake.Known + intake.New;
        return shown > 0 && intake.New * 4 <= shown ? Math.Max(1, state.Haste / 2) : state.Haste;
    }

    /// <summary>A passing failure changes the condition only when it comes twice, so that a flapping server is no news.</summary>
    private static FeedState Failed(
        FeedState state,
        FeedCondition condition,
        string reason,
        bool lasting,
        DateTimeOffset now
    )
    {
        var failed = state with { Polled = now, Failures = state.Failures + 1 };
        var passing = !lasting && failed.Failures == 1 && state.Condition != FeedCondition.Waiting;
        return passing ? failed : In(failed, condition, reason, now);
    }

    private static FeedState StaleOrOk(FeedState state, DateTimeOffset now)
    {
        var patience = state.Rhythm is { } rhythm
            ? TimeSpan.FromTicks(Math.Clamp((rhythm * 12).Ticks, StaleAtLeast.Ticks, StaleAtMost.Ticks))
            : StaleUnknown;
        // News is what tells that a feed lives; the first document of all is none.
        var last = Latest(state.Newest, state.LastNews > state.FirstRead ? state.LastNews : null);
        return last is { } news && now - news > patience
            ? In(state, FeedCondition.Stale, $"nothing newer than {news.UtcDateTime:yyyy-MM-dd HH:mm} UTC", now)
            : In(state, FeedCondition.Ok, Overrun(state), now);
    }

    /// <summary>Said until the feed is calm again.</summary>
    private static string? Overrun(FeedState state) =>
        state.Haste > 1
            ? $"window overrun: entries may have gone past unseen; polled {state.Haste} times as often"
            : null;

    private static FeedState In(FeedState state, FeedCondition condition, string? reason, DateTimeOffset now) =>
        state with
        {
            Condition = condition,
            Reason = reason,
            Since = state.Condition == condition ? state.Since ?? now : now,
        };

    private static FeedCondition ConditionOf(FeedFaultKind kind) =>
        kind switch
        {
            FeedFaultKind.Html or FeedFaultKind.Consent or FeedFaultKind.NoPreview => FeedCondition.Blocked,
            _ => FeedCondition.Failing,
        };

    private static bool Lasting(FeedFaultKind kind) => kind is not (FeedFaultKind.Cut or FeedFaultKind.Empty);

    private static DateTimeOffset? Newest(IReadOnlyList<Entry> entries, DateTimeOffset now) =>
        entries.Max(entry => entry.PublishedUtc ?? entry.UpdatedUtc) is { } newest
            ? (newest < now ? newest : now)
            : null;

    /// <summary>The usual time between two entries of one document; null when it has too few with a date.</summary>
    private static TimeSpan? RhythmOf(IReadOnlyList<Entry> entries)
    {
        var times = entries.Select(e => e.PublishedUtc).OfType<DateTimeOffset>().Order().ToList();
        if (times.Count < 5)
            return null;
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).Order().ToList();
        return gaps[gaps.Count * 3 / 4];
    }

    private static DateTimeOffset? Latest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
}
