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
        var incident = now.State.Incident?.Id;
        var worse = now.Headline is Status.Closed or Status.Restricted;
        var routine =
            worse
            && Enumerable
                .Range(0, now.Flows.Length)
                .Where(cell => now.Flows[cell] > Status.Open)
                .All(cell => now.Behind(cell).All(stand => stand.Routine));
        return told with
        {
            Flows = now.Flows,
            Headline = now.Headline,
            Certainty = now.Certainty,
            Disputed = now.Disputed,
            Routine = routine,
            Owed =
                kind is AlertKind.Closed or AlertKind.Restricted or AlertKind.Disputed && worse ? incident
                : now.Headline is Status.Open or Status.Unknown ? null
                : told.Owed,
            Confirmed = kind == AlertKind.Confirmed ? told.Owed : told.Confirmed,
            Excepted = now.State.Excepted ?? told.Excepted,
            Announced = Keys(told.Announced, now.State.Promises.Where(promise => !promise.Implied)),
            Missed = Keys(
                told.Missed,
                now.State.Promises.Where(promise => promise.Overdue || promise.DeniedBy is not null)
            ),
        };
    }

    private static IReadOnlyList<string> Keys(IReadOnlyList<string> known, IEnumerable<Promise> promises)
    {
        var added = promises.Select(promise => promise.Key).Where(key => !known.Contains(key)).ToList();
        return added.Count == 0 ? known : [.. known.Concat(added).TakeLast(MostKeys)];
    }
}
