using System.Collections.Immutable;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Writes down what followers know after a verdict, told or silently taken for known.</summary>
internal static class TellingRecord
{
    private const int MostKeys = 8;

    public static Told After(Situation now, Verdict verdict, bool silent)
    {
        var told = now.Told;
        var kind = silent ? null : verdict.Kind;
        var worse = now.Headline is Status.Closed or Status.Restricted;
        var routine = worse && now.Behind(now.WorseThanOpen).TrueForAll(stand => stand.Routine);
        return told with
        {
            Flows = now.Flows,
            Headline = now.Headline,
            Certainty = now.Certainty,
            Disputed = now.Disputed,
            Routine = routine,
            Owed =
                kind is AlertKind.Closed or AlertKind.Restricted or AlertKind.Disputed && worse ? now.Incident
                : now.Headline is Status.Open or Status.Unknown ? null
                : told.Owed,
            Confirmed = kind == AlertKind.Confirmed ? told.Owed : told.Confirmed,
            Excepted = now.State.Excepted ?? told.Excepted,
            Announced = Keys(told.Announced, now.State.Promises, promise => !promise.Implied),
            Missed = Keys(told.Missed, now.State.Promises, promise => promise.Overdue || promise.DeniedBy is not null),
        };
    }

    private static IReadOnlyList<string> Keys(
        IReadOnlyList<string> known,
        ImmutableArray<Promise> promises,
        Func<Promise, bool> counts
    ) =>
        promises.IsEmpty
            ? known
            : [.. known.Union(promises.Where(counts).Select(promise => promise.Key)).TakeLast(MostKeys)];
}
