using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Turns testimonies into the notes that are folded: settles their time, origin and sketch once an entry.</summary>
public static class NoteTaker
{
    private const int LongestQuote = 400;

    /// <summary>An event said to be this much older than its publication is old news; nearer, the publication orders it.</summary>
    private static readonly TimeSpan OldNews = TimeSpan.FromHours(36);

    /// <summary>Clocks of publishers run ahead by a few minutes; more is a date of the future.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(10);

    /// <summary>Notes for one poll, in order.</summary>
    public static IReadOnlyList<ClaimNote> Take(IReadOnlyList<Testimony> batch)
    {
        var marks = new Dictionary<string, (string Origin, TextPrint Print)>(batch.Count, StringComparer.Ordinal);
        var notes = new List<ClaimNote>(batch.Count);
        foreach (var testimony in batch)
        {
            var (claim, entry, source, _) = testimony;
            // nobody asks whose talks and memories are copied
            if (claim.Stance is Stance.Past or Stance.Asked or Stance.Supposed)
            {
                notes.Add(Note(testimony, "", default));
                continue;
            }
            if (!marks.TryGetValue(entry.Id, out var known))
                marks[entry.Id] = known = (StoryOrigin.Of(entry, source), PrintMaker.Of(entry.Title, entry.Text));
            notes.Add(Note(testimony, known.Origin, known.Print));
        }
        return notes;
    }

    private static ClaimNote Note(Testimony testimony, string origin, TextPrint print)
    {
        var (claim, entry, source, seen) = testimony;
        var published = entry.PublishedUtc ?? seen;
        var doubtful = published > seen + ClockError;
        if (published > seen)
            published = seen;
        var happened = claim.EventTime is { } said && said <= seen ? said : published;
        var order = !claim.Ongoing && happened < published - OldNews ? happened : published;
        return new ClaimNote
        {
            EntryId = entry.Id,
            Link = entry.Link,
            Claim = Short(claim),
            Source = source,
            Order = order,
            Said = order,
            Event = DayOnly(happened, published, source) ? published : happened,
            Seen = seen,
            Doubtful = doubtful,
            Structured = entry.Readings.Count > 0,
            InTitle = claim.Evidence.End <= (entry.Title?.Length ?? 0),
            Origin = origin,
            Print = print,
        };
    }

    /// <summary>"On Sunday" is no hour: the publication is nearer to it than the midnight before.</summary>
    private static bool DayOnly(DateTimeOffset happened, DateTimeOffset published, Source source) =>
        happened < published
        && published - happened < TimeSpan.FromDays(1)
        && happened.ToOffset(OffsetOf(source, happened)).TimeOfDay == TimeSpan.Zero;

    private static TimeSpan OffsetOf(Source source, DateTimeOffset at) =>
        source.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone.GetUtcOffset(at)
            : TimeSpan.Zero;

    private static Claim Short(Claim claim) =>
        claim.Evidence.Text.Length > LongestQuote
            ? claim with
            {
                Rules = [],
                Evidence = claim.Evidence with { Text = Cut(claim.Evidence.Text) },
            }
        : claim.Rules.Count > 0 ? claim with { Rules = [] }
        : claim;

    /// <summary>Never between the two halves of a surrogate pair.</summary>
    private static string Cut(string text) =>
        text[..(char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
}
