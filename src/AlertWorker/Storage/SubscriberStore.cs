using System.Data.Common;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>People who subscribed themselves, through the bot or by mail; and the console, which hears everything.</summary>
public sealed class SubscriberStore(Database database, TimeProvider time)
{
    /// <summary>The terminal or journal of whoever runs the worker: always on.</summary>
    public static Subscriber Console { get; } =
        new()
        {
            Id = "console",
            To = ["console:"],
            Crossings = ["*"],
            Flows = [FlowMode.Cargo, FlowMode.People],
            MinCertainty = Certainty.Possible,
        };

    /// <summary>Everybody in the store, and the console; the subscribers of the configuration are not among them.</summary>
    public async Task<IReadOnlyList<Subscriber>> All(CancellationToken cancellation = default) =>
        [
            Console,
            .. (
                await database.Query<string>("select json from subscriber order by at, id", cancellation: cancellation)
            ).Select(StoreJson.Read<Subscriber>),
        ];

    /// <summary>One subscriber; null when there is none of that id.</summary>
    public async Task<Subscriber?> Find(string id, CancellationToken cancellation = default) =>
        await database.Query<string>("select json from subscriber where id = @id", new { id }, cancellation)
            is [var json]
            ? StoreJson.Read<Subscriber>(json)
            : null;

    /// <summary>Stores a subscriber, new or changed.</summary>
    public Task Save(Subscriber subscriber, CancellationToken cancellation = default) =>
        database.Write(transaction => Save(transaction, subscriber), cancellation);

    /// <summary>Puts a subscriber in the place of another, in one transaction.</summary>
    /// <param name="id">Whose place it takes.</param>
    public Task Replace(string id, Subscriber by, CancellationToken cancellation = default) =>
        database.Write(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(
                    "delete from subscriber where id = @id",
                    new { id },
                    transaction
                );
                await Save(transaction, by);
            },
            cancellation
        );

    /// <summary>Deletes everything stored of a subscriber and its addresses.</summary>
    public Task Forget(Subscriber subscriber, CancellationToken cancellation = default) =>
        database.Write(
            async transaction =>
            {
                foreach (var address in subscriber.To)
                    await transaction.Connection!.ExecuteAsync(
                        """
                        delete from receipt where delivery in
                            (select id from delivery where address = @address and state = 'waiting'
                             union all select id from delivery where address = @address and state <> 'waiting');
                        delete from delivery where address = @address and state = 'waiting';
                        delete from delivery where address = @address and state <> 'waiting';
                        delete from thread where address = @address;
                        delete from address where address = @address or moved_to = @address;
                        """,
                        new { address },
                        transaction
                    );
                await transaction.Connection!.ExecuteAsync(
                    "delete from subscriber where id = @Id",
                    new { subscriber.Id },
                    transaction
                );
            },
            cancellation
        );

    private Task<int> Save(DbTransaction transaction, Subscriber subscriber) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into subscriber (id, at, json) values (@Id, @at, @json)
            on conflict (id) do update set json = excluded.json
            """,
            new
            {
                subscriber.Id,
                at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                json = StoreJson.Write(subscriber),
            },
            transaction
        );
}
