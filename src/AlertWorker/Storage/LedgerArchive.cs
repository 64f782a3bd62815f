using AlertWorker.Crossings;

namespace AlertWorker.Storage;

/// <summary>What the fold did on a crossing, page by page: the proof somebody may need months later.</summary>
public sealed class LedgerArchive(Database database)
{
    /// <summary>The newest lines of a span of time, newest first.</summary>
    /// <param name="after">Only what comes after this line in that order.</param>
    public async Task<IReadOnlyList<LedgerLine>> Page(
        string crossing,
        DateTimeOffset? from,
        DateTimeOffset? to,
        (DateTimeOffset At, long Number)? after,
        int limit,
        CancellationToken cancellation = default
    )
    {
        var narrowed = after is null ? "" : "and (at < @afterAt or (at = @afterAt and id < @afterId))";
        var rows = await database.Query<(long Number, string Json, string? Link)>(
            $"""
            select id, json, (select max(link) from entry where guid = fold_step.entry)
            from fold_step where crossing = @crossing and at >= @from and at <= @to {narrowed}
            order by at desc, id desc limit @limit
            """,
            new
            {
                crossing,
                from = from?.ToUnixTimeMilliseconds() ?? long.MinValue,
                to = to?.ToUnixTimeMilliseconds() ?? long.MaxValue,
                afterAt = after?.At.ToUnixTimeMilliseconds(),
                afterId = after?.Number,
                limit,
            },
            cancellation
        );
        return [.. rows.Select(row => new LedgerLine(row.Number, StoreJson.Read<FoldStep>(row.Json), row.Link))];
    }
}
