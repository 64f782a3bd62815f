using Dapper;

namespace AlertWorker.Storage;

/// <summary>Fills a store with what years of polling leave there, made by the engine itself.</summary>
internal static class GrownStore
{
    /// <summary>Entries of one year of 300 feeds; everything else is in proportion.</summary>
    public const int Year = 10_000_000;

    private const int Feeds = 300;
    private const long Minute = 60_000;

    /// <param name="entries">How many entries; with <see cref="Year"/> also 20,000 claims, 40,000 steps, 2,000 alerts and 200,000 deliveries.</param>
    /// <param name="crossings">Crossings that claims are made on.</param>
    /// <param name="now">The present, UTC: the newest row.</param>
    public static async Task Fill(Database database, int entries, IReadOnlyList<string> crossings, DateTimeOffset now)
    {
        var end = now.ToUnixTimeMilliseconds();
        // Keys are hashes: in no order, so that indices are as they are in life.
        var hash = database.Dialect.Name == "sqlite" ? "lower(hex(randomblob(16)))" : "md5(random()::text || i)";
        await Add(
            database,
            "entry (key, feed, fingerprint, content, guid, title, link, published, first_seen, last_seen, json)",
            $"""
            {hash}, 'feed-' || (i % {Feeds}), {hash}, {hash}, 'https://news.example/story/' || i, 'A headline of a common length about something ' || i,
            'https://news.example/story/' || i, {end} - i * 3000, {end} - i * 3000, {end} - i * 3000,
            case when i % 500 = 0 then '{new string('x', 900)}' end
            """,
            entries
        );
        var at = $"{end} - i * 20 * {Minute}";
        var crossing = Pick(crossings);
        var claims = Math.Max(entries / 500, 100);
        await Add(
            database,
            "claim (id, entry, feed, crossing, at, first_seen, json)",
            $"{hash}, 'entry-' || i, 'feed-' || (i % {Feeds}), {crossing}, {at}, {at}, '{new string('x', 700)}'",
            claims
        );
        await Add(
            database,
            "fold_step (at, crossing, entry, rule, json)",
            $"{at}, {crossing}, 'https://news.example/story/' || (i * 500), 'rule', '{new string('x', 500)}'",
            claims * 2
        );
        await Add(
            database,
            "alert (id, at, crossing, incident, kind, json)",
            $"'alert-' || i, {at}, {crossing}, 'incident-' || (i / 3), 'closed', '{{}}'",
            claims / 10
        );
        await Add(
            database,
            """
            delivery (id, alert, incident, subscriber, address, scheme, language, time_zone, urgent, sequence, created, not_before, due, state, tries, done)
            """,
            $"""
            {hash}, 'alert-' || (i / 100), 'incident-' || (i / 300), 's-' || (i % 400), 'telegram:' || (i % 400), 'telegram', 'en', 'UTC', 1, i,
            {at}, 0, 0, case when i % 5000 = 0 then 'dead' else 'sent' end, 1, {at}
            """,
            claims * 10
        );
        await using var connection = await database.Connect();
        await connection.ExecuteAsync("analyze;");
    }

    private static Task<int> Add(Database database, string into, string values, int count) =>
        database.Write(transaction =>
            transaction.Connection!.ExecuteAsync(
                $"""
                {(database.Dialect.Name == "sqlite" ? "pragma cache_size = -1500000;" : "")}
                insert into {into}
                with recursive n (i) as (select cast(1 as bigint) union all select i + 1 from n where i < {count})
                select {values} from n
                """,
                transaction: transaction,
                commandTimeout: 3600
            )
        );

    private static string Pick(IReadOnlyList<string> crossings) =>
        $"case i % {crossings.Count} {string.Concat(crossings.Select((id, i) => $"when {i} then '{id}' "))} end";
}
