using System.Globalization;
using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Plans with a time become promises that are watched (domain.md §3); everything else about the future changes nothing.</summary>
internal static class PlanRules
{
    private const int MostPromises = 4;

    /// <summary>Two times nearer than this are one promise, told more or less exactly.</summary>
    private static readonly TimeSpan SamePromise = TimeSpan.FromHours(14);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>An announcement without a time is remembered this long.</summary>
    private static readonly TimeSpan VagueLasts = TimeSpan.FromDays(7);

    private static readonly TimeSpan Today = TimeSpan.FromHours(30);

    private static readonly TimeSpan Early = TimeSpan.FromHours(3);

    private static readonly TimeSpan Late = TimeSpan.FromDays(3);

    /// <summary>A second date for a closure this near replaces the first; farther it is another closure.</summary>
    private static readonly TimeSpan SameClosure = TimeSpan.FromDays(5);

    public static FoldRule Apply(FoldDraft draft, Saying saying)
    {
        var claim = saying.Note.Claim;
        if (claim is { Status: Status.Closed, Change: Change.Reopening })
            ClosureRules.Refresh(draft, saying with { Target = Status.Closed }, ClosedOf(draft, saying));
        if (saying.Target == Status.Unknown)
            return FoldRule.NothingSaid;
        if (claim.Scheduled is not { At: { } at } scheduled)
            return saying is { Target: > Status.Open, Likely: true }
                ? Vague(draft, saying)
                : FoldRule.PromiseWithoutTime;
        // a plan for an hour gone by was misread, or is no plan any more
        if (at < saying.Order - (scheduled.DayOnly ? Day : TimeSpan.Zero))
            return FoldRule.OlderThanKnown;
        if (RefusedBy(draft, saying, at) is { } refused)
            return refused;
        if (Known(draft, saying, at) is { } known)
            return Repeat(draft, saying, known);
        if (saying.Target == Status.Open && EndsPlanned(draft, at) is { } closure)
        {
            Swap(draft, closure, closure with { Until = at });
            return FoldRule.PromiseRepeated;
        }
        if (!MayPromise(saying))
            return FoldRule.PromiseHearsay;
        if (IsSo(draft, saying))
            return Extend(draft, saying);
        return Make(draft, saying, at);
    }

    /// <summary>"It will not open": the promise stands in doubt.</summary>
    public static FoldRule? Deny(FoldDraft draft, Saying saying, Status target)
    {
        var denied = draft.Promises.Find(promise =>
            !promise.Overdue
            && promise.DeniedBy is null
            && promise.Made <= saying.Order
            && (target == Status.Open ? promise.Target == Status.Open : promise.Target > Status.Open)
        );
        if (denied is null || !saying.Likely)
            return null;
        Swap(draft, denied, denied with { DeniedBy = saying.Support });
        return FoldRule.PromiseDenied;
    }

    /// <summary>What is shut will be shut on the day on which it was to open: the promise is denied.</summary>
    private static FoldRule? RefusedBy(FoldDraft draft, Saying saying, DateTimeOffset at) =>
        saying is { Target: Status.Closed, Likely: true }
        && IsSo(draft, saying)
        && draft.Promises.Exists(promise =>
            promise.Target == Status.Open && (promise.At - at).Duration() < Day && promise.Made < saying.Order
        )
            ? Deny(draft, saying, Status.Open)
            : null;

    /// <summary>An office promised it, the hour has come, and a paper reports it: that is two voices.</summary>
    public static Support? Kept(FoldDraft draft, Saying saying) =>
        draft
            .Promises.Find(promise =>
                promise.Target == Status.Open
                && promise.DeniedBy is null
                && promise.Support.Strength >= Proof.Likely
                && saying.Order >= promise.At - Early
                && saying.Order <= promise.At + Late
            )
            ?.Support;

    /// <summary>The closure that was announced and whose hour has not come: papers already write "closes" of it.</summary>
    public static bool IsRetold(FoldDraft draft, Saying saying) =>
        !saying.Note.Structured
        && !HappenedToday(saying)
        && draft.Promises.Exists(promise =>
            promise.Target > Status.Open
            && promise.DeniedBy is null
            && !promise.Vague
            && promise.At > saying.Order
            && promise.At - saying.Order <= SameClosure
            && (saying.Note.Claim.Cause is not { } cause || cause == promise.Cause || !saying.Likely)
            && (!saying.Likely || promise.Cause != "holiday" || saying.Note.Claim.Cause == "holiday")
        );

    /// <summary>An office gives the day it happened, and the day is today: announced or not, it is so.</summary>
    private static bool HappenedToday(Saying saying) =>
        saying.Likely && saying.Note.Claim.EventTime is { } at && saying.Order - at < Today;

    /// <summary>Flows turned out as promised: what was watched for is done.</summary>
    public static void Keep(FoldDraft draft, int flows, Status target)
    {
        if (target is Status.Open or Status.Restricted)
            draft.Promises.RemoveAll(promise =>
                promise.Target == Status.Open && (FlowsOf(draft, promise) & flows) != 0
            );
    }

    /// <summary>What is promised and for which day, UTC: "open/2026-01-31".</summary>
    public static string KeyOf(Status target, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind(target)}/{at.UtcDateTime:yyyy-MM-dd}");

    /// <summary>Whether a key of <see cref="KeyOf"/> promises an opening, or a closure, of whatever day.</summary>
    public static bool IsKeyOf(Status target, string key) =>
        key.StartsWith($"{Kind(target)}/", StringComparison.Ordinal);

    private static string Kind(Status target) => target == Status.Open ? "open" : "close";

    /// <summary>Bits of the cells a promise is about.</summary>
    public static int FlowsOf(FoldDraft draft, Promise promise)
    {
        var flows = promise.Scope switch
        {
            Scope.Trade => draft.Of(FlowMode.Cargo),
            Scope.People => draft.Of(FlowMode.People),
            _ => draft.Of(FlowMode.Cargo) | draft.Of(FlowMode.People),
        };
        for (var i = 0; i < draft.Cells.Length; i++)
            if (promise.Direction is { } way && draft.Cells[i].Flow.From != way.From)
                flows &= ~(1 << i);
        return flows;
    }

    public static void Swap(FoldDraft draft, Promise old, Promise promise) =>
        draft.Promises[draft.Promises.IndexOf(old)] = promise;

    private static int ClosedOf(FoldDraft draft, Saying saying) =>
        draft.Where(saying.Flows, status => status == Status.Closed);

    private static Promise? Known(FoldDraft draft, Saying saying, DateTimeOffset at) =>
        draft.Promises.Find(promise =>
            (promise.Target == Status.Open) == (saying.Target == Status.Open)
            && promise is { DeniedBy: null, Vague: false }
            && (
                (promise.At - at).Duration() < SamePromise
                || ((promise.DayOnly || saying.Note.Claim.Scheduled!.DayOnly) && (promise.At - at).Duration() < Day)
                || (IsMidnight(draft, promise.At, at) && (promise.At - at).Duration() <= Day)
            )
        );

    /// <summary>"Midnight on Thursday" is the one before it to some and the one after it to others.</summary>
    private static bool IsMidnight(FoldDraft draft, DateTimeOffset one, DateTimeOffset other) =>
        Ends.IsDay(draft, one) && Ends.IsDay(draft, other);

    /// <summary>An exact hour replaces a mere day; a stronger voice replaces a weaker one.</summary>
    private static FoldRule Repeat(FoldDraft draft, Saying saying, Promise known)
    {
        var claim = saying.Note.Claim;
        var better = known with { Until = claim.Until ?? known.Until, Cause = known.Cause ?? claim.Cause };
        if (known.DayOnly && !claim.Scheduled!.DayOnly && !saying.Copies)
            better = better with { At = claim.Scheduled.At!.Value, DayOnly = false, EndOnly = false };
        if (saying.Strength > known.Support.Strength)
            better = better with { Support = saying.Support };
        Swap(draft, known, better);
        return FoldRule.PromiseRepeated;
    }

    /// <summary>The planned closure of which this is the end.</summary>
    private static Promise? EndsPlanned(FoldDraft draft, DateTimeOffset at) =>
        draft.Headline() is Status.Open or Status.Unknown
            ? draft.Promises.Find(promise => promise.Target > Status.Open && promise.At < at)
            : null;

    /// <summary>An opening needs an office; a closure may be announced by a paper in its own voice, as possible.</summary>
    private static bool MayPromise(Saying saying)
    {
        if (saying.Copies || saying.Note.Source.Tier == SourceTier.Field)
            return false;
        if (saying.OfficialOf is not null)
            return true;
        var speaker = saying.Note.Claim.Speaker;
        return speaker.Kind == SpeakerKind.Unnamed
                && speaker.Role?.Contains("official", StringComparison.OrdinalIgnoreCase) == true
            || (saying.Target > Status.Open && speaker.Kind is SpeakerKind.Outlet or SpeakerKind.Unnamed);
    }

    /// <summary>An office announces a closure and the time was not said, or not understood: told, but it does not begin by the clock.</summary>
    private static FoldRule Vague(FoldDraft draft, Saying saying)
    {
        if (!MayPromise(saying) || IsSo(draft, saying))
            return FoldRule.AlreadySo;
        if (draft.Promises.Exists(promise => promise.Target > Status.Open && promise.DeniedBy is null))
            return FoldRule.PromiseRepeated;
        var at = saying.Order + VagueLasts;
        draft.Promises.Add(Promised(saying, at) with { Vague = true });
        return FoldRule.Promised;
    }

    private static bool IsSo(FoldDraft draft, Saying saying) =>
        saying.Target == Status.Open
            ? draft.Where(saying.Flows, status => status != Status.Open) == 0
            : draft.Where(saying.Flows, status => status < saying.Target) == 0;

    private static FoldRule Extend(FoldDraft draft, Saying saying)
    {
        if (saying.Target > Status.Open && draft.Behind(saying.Flows) is [var stand, ..])
            Ends.Set(
                draft,
                stand,
                saying with
                {
                    Note = saying.Note with { Claim = saying.Note.Claim with { Ongoing = true } },
                }
            );
        return FoldRule.AlreadySo;
    }

    private static FoldRule Make(FoldDraft draft, Saying saying, DateTimeOffset at)
    {
        var replaced = draft.Promises.FindAll(promise =>
            (promise.Target == Status.Open) == (saying.Target == Status.Open)
            && (saying.Target == Status.Open || promise.Vague || (promise.At - at).Duration() <= SameClosure)
        );
        if (replaced.Exists(promise => promise.Support.At > saying.Support.At))
            return FoldRule.OlderThanKnown;
        // one story gives one date; its second is the first one read badly
        if (replaced.Exists(promise => promise.Support.EntryId == saying.Note.EntryId))
            return FoldRule.PromiseRepeated;
        draft.Promises.RemoveAll(replaced.Contains);
        if (draft.Promises.Count >= MostPromises)
            draft.Promises.Remove(draft.Promises.MinBy(promise => promise.Made)!);
        var moved = replaced.Exists(promise => promise is { Overdue: false, DeniedBy: null, Vague: false });
        draft.Promises.Add(Promised(saying, at) with { Moved = moved });
        return moved ? FoldRule.PromiseMoved : FoldRule.Promised;
    }

    private static Promise Promised(Saying saying, DateTimeOffset at)
    {
        var claim = saying.Note.Claim;
        return new Promise
        {
            Key = KeyOf(saying.Target, at),
            Target = saying.Target,
            At = at,
            DayOnly = claim.Scheduled is { DayOnly: true },
            Scope = claim.Scope,
            Direction = claim.Direction,
            Holder = saying.Actor,
            Cause = claim.Cause,
            Until = claim.Until > at ? claim.Until : null,
            Named = !saying.Note.BorderWide,
            Made = saying.Order,
            Support = saying.Support,
        };
    }
}
