using System.Data.Common;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Every claim and what the fold made of it; nothing here is ever overwritten.</summary>
public sealed class LedgerStore(Database database)
{
    /// <summary>Adds what one entry says.</summary>
    /// <param name="revision">Tells the texts of one entry apart.</param>
    public static Task AddClaims(
        DbTransaction transaction,
        string entryKey,
        string revision,
        IReadOnlyList<Testimony> claims
    ) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into claim (id, entry, feed, crossing, at, first_seen, json)
            values (@Id, @Entry, @Feed, @Crossing, @At, @FirstSeen, @Json)
            on conflict (id) do nothing
            """,
            claims.Select(
                (testimony, place) =>
                    new
                    {
                        Id = $"{entryKey}-{revision[..Math.Min(8, revision.Length)]}-{place}",
                        Entry = entryKey,
                        Feed = testimony.Source.Id,
                        testimony.Claim.Crossing,
                        At = (
                            testimony.Claim.EventTime ?? testimony.Entry.PublishedUtc ?? testimony.FirstSeen
                        ).ToUnixTimeMilliseconds(),
                        FirstSeen = testimony.FirstSeen.ToUnixTimeMilliseconds(),
                        Json = StoreJson.Write(testimony.Claim),
                    }
            ),
            transaction
        );

    public static Task AddSteps(DbTransaction transaction, IEnumerable<FoldStep> steps) =>
        transaction.Connection!.ExecuteAsync(
            "insert into fold_step (at, crossing, entry, rule, json) values (@At, @Crossing, @EntryId, @Rule, @Json)",
            steps.Select(step => new
            {
                At = step.At.ToUnixTimeMilliseconds(),
                step.Crossing,
                step.EntryId,
                step.Rule,
                Json = StoreJson.Write(step),
            }),
            transaction
        );

    /// <summary>The feeds that ever made a claim on each crossing.</summary>
    public async Task<ILookup<string, string>> FeedsByCrossing(CancellationToken cancellation = default)
    {
        var rows = await database.Query<(string Crossing, string Feed)>(
            "select distinct crossing, feed from claim",
            null,
            cancellation
        );
        return rows.ToLookup(row => row.Crossing, row => row.Feed, StringComparer.Ordinal);
    }

    /// <summary>Everything an entry was ever read to say, oldest first.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimsOf(string entryKey, CancellationToken cancellation = default)
    {
        var rows = await database.Query<string>(
            "select json from claim where entry = @entryKey order by first_seen, id",
            new { entryKey },
            cancellation
        );
        return [.. rows.Select(StoreJson.Read<Claim>)];
    }

    /// <summary>What the fold did with an entry, by the publisher's identifier.</summary>
    public async Task<IReadOnlyList<FoldStep>> StepsOfEntry(string entryId, CancellationToken cancellation = default)
    {
        var rows = await database.Query<string>(
            "select json from fold_step where entry = @entryId order by id limit 1000",
            new { entryId },
            cancellation
        );
        return [.. rows.Select(StoreJson.Read<FoldStep>)];
    }
}
