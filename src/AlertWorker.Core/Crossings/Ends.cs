using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>The announced end of a closure that holds: a routine one ends by itself, any other is watched.</summary>
internal static class Ends
{
    /// <summary>Two ends nearer than this are one; papers round hours and days.</summary>
    private static readonly TimeSpan SameEnd = TimeSpan.FromHours(20);

    public static void Set(FoldDraft draft, Stand stand, Saying saying)
    {
        if (saying.Note.Claim.Until is not { } until || until <= saying.Order || saying.Copies)
            return;
        if (stand.Routine)
            draft.Replace(stand with { Until = until });
        else
            Watch(draft, saying, until);
    }

    /// <summary>A mere day was named: its midnight on the clock of either side.</summary>
    public static bool IsDay(FoldDraft draft, DateTimeOffset until) =>
        draft.Countries.Any(country =>
            TimeZoneInfo.ConvertTime(until, CountryZones.Of(country)).TimeOfDay == TimeSpan.Zero
        );

    /// <summary>Watches the end of a closure that is just beginning or already holds.</summary>
    private static void Watch(FoldDraft draft, Saying saying, DateTimeOffset until)
    {
        var known = draft.Promises.Find(promise => promise.Target == Status.Open && !promise.Overdue);
        if (known is not null && ((known.At - until).Duration() < SameEnd || !saying.Likely))
            return;
        draft.Promises.RemoveAll(promise => promise.Target == Status.Open);
        draft.Promises.Add(
            new Promise
            {
                Key = PlanRules.KeyOf(Status.Open, until),
                Target = Status.Open,
                At = until,
                // with the closure it is part of the news; later, or moved, it is news of its own
                Implied = known is null && !saying.Ongoing,
                Moved = known is not null,
                DayOnly = IsDay(draft, until),
                EndOnly = true,
                Holder = saying.Actor,
                Made = saying.Order,
                Support = saying.Support,
            }
        );
    }
}
