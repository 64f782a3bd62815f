using Dapper;

namespace AlertWorker.Storage;

/// <summary>Keeps the subscriptions at hubs over a restart: a lease outlives the worker.</summary>
public sealed class HubSubscriptionStore(Database database)
{
    /// <summary>The feed's subscription; null when it has none.</summary>
    public Task<HubSubscription?> Find(string feed, CancellationToken cancellation = default) =>
        One("select json from websub where feed = @key", feed, cancellation);

    /// <summary>The subscription behind a callback address; null when there is none.</summary>
    public Task<HubSubscription?> OfToken(string token, CancellationToken cancellation = default) =>
        One("select json from websub where token = @key", token, cancellation);

    public Task Save(HubSubscription subscription, CancellationToken cancellation = default) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    """
                    insert into websub (feed, token, json) values (@Feed, @Token, @Json)
                    on conflict (feed) do update set token = excluded.token, json = excluded.json
                    """,
                    new
                    {
                        subscription.Feed,
                        subscription.Token,
                        Json = StoreJson.Write(subscription),
                    },
                    transaction
                ),
            cancellation
        );

    private async Task<HubSubscription?> One(string sql, string key, CancellationToken cancellation) =>
        await database.Query<string>(sql, new { key }, cancellation) is [var json]
            ? StoreJson.Read<HubSubscription>(json)
            : null;
}
