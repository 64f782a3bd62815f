using Dapper;

namespace AlertWorker.Storage;

/// <summary>
/// What is forgotten, and when. Claims, steps, statuses, alerts and the entries they rest on are the proof somebody may need and are kept:
/// a year of them is a few hundred megabytes.
/// </summary>
public sealed class Retention(Database database)
{
    /// <summary>Stories that spoke of no crossing, after no feed has shown them for so long: feeds rewind by weeks, not by months.</summary>
    public static readonly TimeSpan Stories = TimeSpan.FromDays(120);

    /// <summary>Deliveries that came to their end, with what channels answered. A year and a bit, for whoever compares with last year.</summary>
    public static readonly TimeSpan Deliveries = TimeSpan.FromDays(400);

    /// <summary>Rows a transaction: polls wait for no longer than that takes.</summary>
    private const int AtOnce = 2000;

    /// <summary>Forgets what is old enough, a little at a time.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <returns>How many stories and deliveries.</returns>
    public async Task<(int Stories, int Deliveries)> Run(DateTimeOffset now, CancellationToken cancellation)
    {
        var stories = await Forget(
            """
            delete from entry where key in
                (select key from entry where json is null and last_seen < @before order by last_seen limit @most)
            """,
            now - Stories,
            cancellation
        );
        await Forget(
            """
            delete from receipt where id in
                (select r.id from receipt r join delivery d on d.id = r.delivery
                 where d.state <> 'waiting' and d.done < @before limit @most)
            """,
            now - Deliveries,
            cancellation
        );
        var deliveries = await Forget(
            """
            delete from delivery where id in
                (select id from delivery where state <> 'waiting' and done < @before limit @most)
            """,
            now - Deliveries,
            cancellation
        );
        if (deliveries > 0)
            await Forget(
                """
                delete from thread where (incident, address) in
                    (select incident, address from thread t where not exists
                        (select 1 from delivery d where d.incident = t.incident and d.address = t.address) limit @most)
                """,
                now,
                cancellation
            );
        await KeepInShape(cancellation);
        return (stories, deliveries);
    }

    private async Task<int> Forget(string sql, DateTimeOffset before, CancellationToken cancellation)
    {
        var (forgotten, rows) = (0, AtOnce);
        while (rows == AtOnce)
        {
            rows = await database.Write(
                transaction =>
                    transaction.Connection!.ExecuteAsync(
                        sql,
                        new { before = before.ToUnixTimeMilliseconds(), most = AtOnce },
                        transaction
                    ),
                cancellation
            );
            forgotten += rows;
        }
        return forgotten;
    }

    private async Task KeepInShape(CancellationToken cancellation)
    {
        if (database.Dialect.Upkeep is not { } sql)
            return;
        await using var connection = await database.Connect(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellation));
    }
}
