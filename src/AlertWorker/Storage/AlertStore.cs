using System.Data.Common;
using AlertWorker.Alerts;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>Every alert ever decided.</summary>
public sealed class AlertStore(Database database)
{
    /// <summary>Stores an alert, unless the same change was told before.</summary>
    /// <returns>False when it is there already: nothing must be delivered for it again.</returns>
    public static async Task<bool> Add(DbTransaction transaction, Alert alert) =>
        await transaction.Connection!.ExecuteAsync(
            """
            insert into alert (id, at, crossing, incident, kind, json) values (@Id, @At, @Crossing, @Incident, @Kind, @Json)
            on conflict (id) do nothing
            """,
            new
            {
                alert.Id,
                At = alert.At.ToUnixTimeMilliseconds(),
                alert.Crossing,
                alert.Incident,
                Kind = KindName(alert.Kind),
                Json = StoreJson.Write(alert),
            },
            transaction
        ) == 1;

    /// <summary>The alert of that id; null for none.</summary>
    public async Task<Alert?> Find(string id, CancellationToken cancellation = default) =>
        (await database.Query<string>("select json from alert where id = @id", new { id }, cancellation)) is [var json]
            ? StoreJson.Read<Alert>(json)
            : null;

    /// <summary>Alerts newest first; a null narrows nothing.</summary>
    public Task<IReadOnlyList<Alert>> List(
        DateTimeOffset? since = null,
        string? crossing = null,
        AlertKind? kind = null,
        int limit = 500,
        CancellationToken cancellation = default
    ) =>
        new AlertArchive(database).Page(
            new AlertPage
            {
                Since = since,
                Crossing = crossing,
                Kind = kind,
                Limit = limit,
            },
            cancellation
        );

    /// <summary>A kind as the column holds it.</summary>
    internal static string KindName(AlertKind kind) => kind.ToString().ToLowerInvariant();
}
