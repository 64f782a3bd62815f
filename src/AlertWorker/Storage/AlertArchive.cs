using AlertWorker.Alerts;

namespace AlertWorker.Storage;

/// <summary>Every alert ever decided, page by page.</summary>
public sealed class AlertArchive(Database database)
{
    /// <summary>Alerts newest first.</summary>
    public async Task<IReadOnlyList<Alert>> Page(AlertPage page, CancellationToken cancellation = default)
    {
        // Built from constant parts, so that each engine sees only what it can find by an index.
        var where = "at >= @since and at <= @until";
        if (page.Crossing is not null)
            where += " and crossing = @crossing";
        if (page.Kind is not null)
            where += " and kind = @kind";
        if (page.Incident is not null)
            where += " and incident = @incident";
        if (page.After is not null)
            where += " and (at < @afterAt or (at = @afterAt and id < @afterId))";
        var rows = await database.Query<string>(
            $"select json from alert where {where} order by at desc, id desc limit @limit",
            new
            {
                since = page.Since?.ToUnixTimeMilliseconds() ?? long.MinValue,
                until = page.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue,
                crossing = page.Crossing,
                kind = page.Kind is { } kind ? AlertStore.KindName(kind) : null,
                incident = page.Incident,
                afterAt = page.After?.At.ToUnixTimeMilliseconds(),
                afterId = page.After?.Id,
                limit = page.Limit,
            },
            cancellation
        );
        return [.. rows.Select(StoreJson.Read<Alert>)];
    }
}
