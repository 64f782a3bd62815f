using System.Data.Common;
using System.Text.Json;
using AlertWorker.Alerts;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The rows between the two jobs: put in with the status change, taken out by leases, settled after the answer.</summary>
public sealed class DeliveryStore(Database database, TimeProvider time)
{
    private static readonly string Insert =
        RowWriter.Insert(
            "delivery",
            "id",
            "alert",
            "incident",
            "subscriber",
            "address",
            "scheme",
            "language",
            "time_zone",
            "urgent",
            "note",
            "sequence",
            "created",
            "not_before",
            "due",
            "state",
            "problem"
        ) + " on conflict (id) do nothing";

    /// <summary>One row an address: the oldest due one, urgent first, and none while one is in flight or an earlier one of its incident is being retried.</summary>
    /// <remarks>Materialized: PostgreSQL may run a subquery once for each waiting row, and one that skips what it has locked gives others each time.</remarks>
    private readonly string _claim = $"""
        with free as materialized (
            select id from delivery d
            where state = 'waiting' and scheme = @scheme and due <= @now and lease <= {database.Dialect.Now("now")}
            and not exists (
                select 1 from delivery o
                where o.address = d.address and o.state = 'waiting' and o.id <> d.id
                and (o.lease > {database.Dialect.Now("now")}
                    or (o.due <= @now and (o.urgent > d.urgent or (o.urgent = d.urgent and o.sequence < d.sequence)))
                    or (o.tries > 0 and o.incident = d.incident and o.sequence < d.sequence)))
            order by urgent desc, due, sequence limit @most{database.Dialect.SkipLocked})
        update delivery set lease = {database.Dialect.Now("now")} + @length, node = @node
        where id in (select id from free)
        returning {DeliveryRow.Columns},
            (select first from thread t where t.incident = delivery.incident and t.address = delivery.address) as first,
            (select last from thread t where t.incident = delivery.incident and t.address = delivery.address) as last,
            (select refusals from address a where a.address = delivery.address) as refusals
        """;

    /// <summary>The condition of the index on what was not sent and does not wait, word for word.</summary>
    private const string Failed = "state not in ('waiting', 'sent')";

    private long _sequence;

    /// <summary>Puts deliveries into the queue, inside the transaction that stores what they tell. The same delivery twice is one row.</summary>
    /// <remarks>Wake <see cref="DeliverySignal"/> after the commit.</remarks>
    public Task Add(DbTransaction transaction, IEnumerable<Delivery> deliveries) =>
        Add(transaction, deliveries.Select(delivery => (delivery, (DeliveryNote?)null)));

    /// <summary>Puts messages that are no alerts into the queue, in a transaction of their own.</summary>
    public Task Add(IEnumerable<(Delivery Delivery, DeliveryNote Note)> notes, CancellationToken cancellation) =>
        database.Write(
            transaction => Add(transaction, notes.Select(n => (n.Delivery, (DeliveryNote?)n.Note))),
            cancellation
        );

    /// <summary>Takes what is due of one channel: urgent first, one row an address.</summary>
    /// <param name="scheme">The channel.</param>
    /// <param name="node">Name of this process; its leases are given back by <see cref="Release"/>.</param>
    /// <param name="lease">How long the rows are held; a crash gives them back after that.</param>
    public Task<IReadOnlyList<QueuedDelivery>> Take(
        string scheme,
        string node,
        int most,
        TimeSpan lease,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        return database.Write<IReadOnlyList<QueuedDelivery>>(
            async transaction =>
            {
                var rows = await transaction.Connection!.QueryAsync<DeliveryRow>(
                    _claim,
                    new
                    {
                        scheme,
                        node,
                        most,
                        now = now.ToUnixTimeMilliseconds(),
                        length = (long)lease.TotalMilliseconds,
                    },
                    transaction
                );
                return
                [
                    .. rows.OrderByDescending(row => row.Urgent)
                        .ThenBy(row => row.Sequence)
                        .Select(row => row.Read() with { LeaseUntil = now + lease }),
                ];
            },
            cancellation
        );
    }

    /// <summary>When the next delivery of a channel falls due, UTC; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDue(string scheme, CancellationToken cancellation)
    {
        var present = time.GetUtcNow();
        var now = database.Dialect.Now("now");
        var wait = await database.Query<long?>(
            $"""
            select min(case when lease - {now} > due - @now then lease - {now} else due - @now end)
            from delivery where state = 'waiting' and scheme = @scheme
            """,
            new { scheme, now = present.ToUnixTimeMilliseconds() },
            cancellation
        );
        return wait is [{ } milliseconds] ? present.AddMilliseconds(milliseconds) : null;
    }

    /// <summary>Writes what became of tries, all in one transaction.</summary>
    public Task Settle(IReadOnlyCollection<Settlement> settlements, CancellationToken cancellation) =>
        database.Write(
            async transaction =>
            {
                await DeliveryLedger.Write(transaction, settlements);
                await Add(
                    transaction,
                    settlements.SelectMany(s => s.Notices).Select(n => (n.Delivery, (DeliveryNote?)n.Note))
                );
            },
            cancellation
        );

    /// <summary>Takes an alert out of the queue, inside the transaction that stores its correction: what waits is not sent any more.</summary>
    /// <returns>The deliveries that arrived or may have: those are owed the correction.</returns>
    public async Task<IReadOnlyList<QueuedDelivery>> Withdraw(DbTransaction transaction, string alert)
    {
        var now = Now;
        var waited = await DeliveryLedger.Withdraw(transaction, alert, now);
        var sent = await transaction.Connection!.QueryAsync<DeliveryRow>(
            $"select {DeliveryRow.Columns} from delivery where alert = @alert and state = 'sent'",
            new { alert },
            transaction
        );
        var maybe = waited.Where(row => row.Tries > 0 || row.Lease > 0);
        return [.. sent.Concat(maybe).OrderBy(row => row.Sequence).Select(row => row.Read())];
    }

    /// <summary>Gives back every row a node holds, so that it need not wait for the lease to end.</summary>
    /// <param name="node">Null for every node: only where this process owns the store.</param>
    public Task Release(string? node, CancellationToken cancellation) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    "update delivery set lease = 0, node = null where lease > 0 and state = 'waiting' and (@node is null or node = @node)",
                    new { node },
                    transaction
                ),
            cancellation
        );

    /// <summary>Deliveries in the given state, newest first.</summary>
    /// <param name="state">Any but <c>sent</c>: what arrived is asked for by its alert.</param>
    public async Task<IReadOnlyList<QueuedDelivery>> InState(string state, int most, CancellationToken cancellation) =>
        [
            .. (
                await database.Query<DeliveryRow>(
                    $"""
                    select {DeliveryRow.Columns} from delivery
                    where state = @state and {(state == "waiting" ? "state = 'waiting'" : Failed)}
                    order by sequence desc limit @most
                    """,
                    new { state, most },
                    cancellation
                )
            ).Select(row => row.Read()),
        ];

    /// <summary>One delivery; null when there is none of that id.</summary>
    public async Task<QueuedDelivery?> Find(string id, CancellationToken cancellation) =>
        (
            await database.Query<DeliveryRow>(
                $"select {DeliveryRow.Columns} from delivery where id = @id",
                new { id },
                cancellation
            )
        )
            is [var row]
            ? row.Read()
            : null;

    /// <summary>The deliveries of an alert, in the order they were made.</summary>
    public async Task<IReadOnlyList<QueuedDelivery>> OfAlert(string alert, CancellationToken cancellation) =>
        [
            .. (
                await database.Query<DeliveryRow>(
                    $"select {DeliveryRow.Columns} from delivery where alert = @alert order by sequence",
                    new { alert },
                    cancellation
                )
            ).Select(row => row.Read()),
        ];

    /// <summary>How many deliveries are in each state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Counts(CancellationToken cancellation) =>
        (
            await database.Query<(string State, long Count)>(
                "select state, count(*) from delivery group by state",
                cancellation: cancellation
            )
        ).ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal);

    /// <summary>How many deliveries of each channel wait, or came to an end otherwise than by being sent.</summary>
    public Task<IReadOnlyList<(string Scheme, string State, long Count)>> Unsent(
        CancellationToken cancellation = default
    ) =>
        database.Query<(string Scheme, string State, long Count)>(
            $"""
            select scheme, state, count(*) from delivery where state = 'waiting' group by scheme, state
            union all
            select scheme, state, count(*) from delivery where {Failed} group by scheme, state
            """,
            cancellation: cancellation
        );

    /// <summary>Sends given-up deliveries again, with a fresh 24 hours, and un-retires their addresses.</summary>
    /// <param name="id">One delivery; null for all that are dead.</param>
    /// <returns>How many will be sent.</returns>
    public Task<int> Retry(string? id, CancellationToken cancellation) =>
        database.Write(transaction => DeliveryLedger.Retry(transaction, id, Now), cancellation);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task Add(DbTransaction transaction, IEnumerable<(Delivery Delivery, DeliveryNote? Note)> messages)
    {
        var all = messages.ToArray();
        if (all.Length == 0)
            return;
        var known = await AddressBook.Read(transaction.Connection!, transaction);
        var now = Now;
        var rows = all.Select(message =>
        {
            var (delivery, note) = message;
            var address = known.Current(delivery.Address);
            var retired = known.RetiredBecause(address);
            if (retired == AddressStore.Unsubscribed && note is { IsAskedFor: true })
                retired = null;
            // What is due at once stays due when the clock is set back.
            var notBefore = delivery.NotBefore.ToUnixTimeMilliseconds() is var at && at > now ? at : 0;
            return new object?[]
            {
                delivery.Id,
                delivery.AlertId,
                delivery.Incident,
                delivery.SubscriberId,
                address,
                DeliveryAddress.Scheme(address),
                delivery.Language,
                delivery.TimeZone,
                delivery.Urgent ? 1L : 0L,
                note is null ? null : JsonSerializer.Serialize(note, JsonSerializerOptions.Web),
                NextSequence(now),
                now,
                notBefore,
                notBefore,
                retired is null ? "waiting" : "refused",
                retired,
            };
        });
        await RowWriter.Write(transaction, Insert, [.. rows]);
        await DeliveryLedger.PullForward(transaction, all.Select(message => message.Delivery.Address), now);
    }

    /// <summary>Order of coming within this process, and roughly by the clock across a cluster.</summary>
    private long NextSequence(long now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _sequence);
            var next = Math.Max(last + 1, now * 1000);
            if (Interlocked.CompareExchange(ref _sequence, next, last) == last)
                return next;
        }
    }
}
