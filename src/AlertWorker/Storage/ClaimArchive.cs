using System.Runtime.CompilerServices;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Storage;

/// <summary>Every claim ever made, in the order in which it was seen: a past moment is folded again from it.</summary>
public sealed class ClaimArchive(Database database)
{
    private const int PageSize = 500;

    /// <summary>What was read after one moment and up to another, entry by entry.</summary>
    /// <param name="crossing">Only entries that speak of it or of its whole border; null for all.</param>
    /// <param name="configuration">Names the sources; of a feed that is gone only its id is known.</param>
    public async IAsyncEnumerable<HeardEntry> Read(
        DateTimeOffset after,
        DateTimeOffset until,
        Crossing? crossing,
        WorkerConfiguration configuration,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var sources = configuration.Feeds.ToDictionary(
            feed => feed.Id,
            feed => feed.ToSource(),
            StringComparer.Ordinal
        );
        var began = await Beginnings(cancellation);
        List<Row> entry = [];
        await foreach (var row in Rows(after, until, crossing, cancellation))
        {
            if (entry.Count > 0 && (entry[0].Entry != row.Entry || entry[0].FirstSeen != row.FirstSeen))
            {
                yield return Heard(entry, sources, began);
                entry = [];
            }
            entry.Add(row);
        }
        if (entry.Count > 0)
            yield return Heard(entry, sources, began);
    }

    private async IAsyncEnumerable<Row> Rows(
        DateTimeOffset after,
        DateTimeOffset until,
        Crossing? crossing,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var narrowed = crossing is null
            ? ""
            : "and c.entry in (select entry from claim where crossing = @crossing or crossing = @border)";
        var (at, id) = (after.ToUnixTimeMilliseconds(), (string?)null);
        IReadOnlyList<Row> page;
        do
        {
            var since = id is null
                ? "c.first_seen > @at"
                : "(c.first_seen > @at or (c.first_seen = @at and c.id > @id))";
            page = await database.Query<Row>(
                $"""
                select c.id as "Id", c.entry as "Entry", c.first_seen as "FirstSeen", c.feed as "Feed", c.json as "Claim",
                       e.guid as "Guid", e.title as "Title", e.link as "Link", e.published as "Published", e.json as "Json"
                from claim c left join entry e on e.key = c.entry
                where c.first_seen <= @until and {since} {narrowed}
                order by c.first_seen, c.id limit @limit
                """,
                new
                {
                    until = until.ToUnixTimeMilliseconds(),
                    at,
                    id,
                    crossing = crossing?.Id,
                    border = crossing?.Border,
                    limit = PageSize,
                },
                cancellation
            );
            foreach (var row in page)
                yield return row;
            if (page.Count > 0)
                (at, id) = (page[^1].FirstSeen, page[^1].Id);
        } while (page.Count == PageSize);
    }

    /// <summary>When each feed's first document was read, in milliseconds.</summary>
    private async Task<Dictionary<string, long>> Beginnings(CancellationToken cancellation) =>
        (
            await database.Query<(string Feed, long At)>(
                "select feed, min(first_seen) from entry group by feed",
                cancellation: cancellation
            )
        ).ToDictionary(row => row.Feed, row => row.At, StringComparer.Ordinal);

    private static HeardEntry Heard(List<Row> rows, Dictionary<string, Source> sources, Dictionary<string, long> began)
    {
        var first = rows[0];
        var seen = DateTimeOffset.FromUnixTimeMilliseconds(first.FirstSeen);
        var source = sources.GetValueOrDefault(first.Feed) ?? new Source(first.Feed, first.Feed);
        var entry = first.AsEntry;
        return new HeardEntry(
            seen,
            [.. rows.Select(row => new Testimony(StoreJson.Read<Claim>(row.Claim), entry, source, seen))],
            began.GetValueOrDefault(first.Feed, long.MinValue) == first.FirstSeen
        );
    }

    private sealed record Row(
        string Id,
        string Entry,
        long FirstSeen,
        string Feed,
        string Claim,
        string? Guid,
        string? Title,
        string? Link,
        long? Published,
        string? Json
    )
    {
        public Entry AsEntry =>
            Json is not null
                ? StoreJson.Read<Entry>(Json)
                : new Entry
                {
                    Id = Guid ?? Entry,
                    Title = Title,
                    Link = Link,
                    PublishedUtc = Published is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
                };
    }
}
