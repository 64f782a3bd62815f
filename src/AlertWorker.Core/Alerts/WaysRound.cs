using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>The other ways of a crossing: what passes there now, and whether the same decision stops them too (domain.md §5).</summary>
public static class WaysRound
{
    /// <summary>In the order in which the gazetteer lists them, nearest first; places it does not know are left out.</summary>
    public static IReadOnlyList<Alternative> Of(
        Crossing crossing,
        CrossingBook book,
        IReadOnlyDictionary<string, Crossing> crossings
    )
    {
        var decisions = Decisions(book[crossing.Id]);
        return
        [
            .. crossing
                .Alternatives.Select(crossings.GetValueOrDefault)
                .OfType<Crossing>()
                .Select(other => Way(crossing, other, book[other.Id], decisions)),
        ];
    }

    private static Alternative Way(Crossing from, Crossing other, CrossingStatus? status, HashSet<string> decisions)
    {
        var kilometres = Distance.Kilometres(from.Latitude, from.Longitude, other);
        return new Alternative(
            other.Id,
            other.Name,
            status?.Headline ?? Status.Unknown,
            kilometres is { } far ? Math.Round(far) : null
        )
        {
            Flows = status?.Flows ?? new Dictionary<Flow, Status>(),
            SameDecision = decisions.Overlaps(Decisions(status)),
        };
    }

    /// <summary>The stories that tell of what stops a crossing: one story that stops two tells of one decision.</summary>
    private static HashSet<string> Decisions(CrossingStatus? status) =>
        [
            .. (status?.Now.Stands ?? [])
                .Where(stand => stand is { Status: > Status.Open, Exception: false, Turned: false })
                .SelectMany(stand => stand.Supports)
                .Select(support => support.EntryId),
        ];
}
