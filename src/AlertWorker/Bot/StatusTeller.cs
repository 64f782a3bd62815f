using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Bot;

/// <summary>Says how it is at a crossing now: the state, its evidence, and the ways round.</summary>
public sealed class StatusTeller(BotWorld world, TimeProvider time)
{
    /// <param name="zone">IANA zone in which times are shown.</param>
    public ComposedMessage Of(Crossing crossing, CrossingBook book, MessageCatalog catalog, string zone) =>
        StatusWording.Compose(
            book[crossing.Id],
            crossing,
            catalog,
            zone,
            time.GetUtcNow(),
            Alternatives(crossing, book, catalog),
            world.Messages.Link($"crossings/{crossing.Id}")
        );

    /// <summary>What needs attention before what does not, and that before what nobody knows.</summary>
    public static IOrderedEnumerable<Crossing> WorstFirst(IEnumerable<Crossing> crossings, CrossingBook book) =>
        crossings
            .OrderByDescending(crossing => book[crossing.Id]?.Headline ?? Status.Unknown)
            .ThenBy(crossing => crossing.Name, StringComparer.Ordinal);

    private IReadOnlyList<Alternative> Alternatives(Crossing crossing, CrossingBook book, MessageCatalog catalog) =>
        [
            .. WaysRound
                .Of(crossing, book, world.Crossings)
                .Select(other => other with { Name = Wording.Name(world.Crossings[other.Crossing], catalog) }),
        ];
}
