using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The single writes behind settling and repeating deliveries.</summary>
internal static class DeliveryLedger
{
    /// <summary>Writes what became of tries. What is alike is written together.</summary>
    public static async Task Write(DbTransaction transaction, IReadOnlyCollection<Settlement> settlements)
    {
        var sent = settlements.Where(settlement => settlement.Outcome == "sent").ToArray();
        await Run(transaction, Later, settlements.Where(s => s.Outcome == "later"), LaterRow);
        await Run(transaction, Done, settlements.Where(s => s.Outcome != "later"), DoneRow);
        await Run(transaction, Receipt, settlements.Where(s => s.Tried), ReceiptRow);
        await Run(transaction, Thread, sent.Where(IsThreaded), ThreadRow);
        await Run(transaction, Accepted, sent.Where(s => s.Queued.Refusals > 0), s => [s.Queued.Delivery.Address]);
        foreach (var settlement in settlements.Where(s => s.MovedTo is not null))
            await Run(transaction, Moved, new { settlement.Queued.Delivery.Address, settlement.MovedTo });
        foreach (var settlement in settlements.Where(s => s.CountRefusal))
            await Run(transaction, Refused, new { settlement.Queued.Delivery.Address });
        foreach (var settlement in settlements.Where(s => s.Retire))
            await Retire(
                transaction,
                settlement.Queued.Delivery.Address,
                settlement.Detail ?? "",
                Milliseconds(settlement.At)
            );
    }

    /// <summary>A new message to an address that is being retried is reason to try now: the earlier one goes first.</summary>
    public static async Task PullForward(DbTransaction transaction, IEnumerable<string> addresses, long now)
    {
        var due = await transaction.Connection!.QueryAsync<string>(
            "select distinct address from delivery where state = 'waiting' and tries > 0 and due > @now and scheme <> 'https'",
            new { now },
            transaction
        );
        foreach (var address in due.Intersect(addresses, StringComparer.Ordinal).ToArray())
            await Run(
                transaction,
                "update delivery set due = @now where address = @address and state = 'waiting' and tries > 0 and due > @now",
                new { address, now }
            );
    }

    /// <summary>Gives up every delivery of an alert that has not arrived.</summary>
    /// <returns>Those that were waiting, with the lease they had.</returns>
    public static async Task<IEnumerable<DeliveryRow>> Withdraw(DbTransaction transaction, string alert, long now)
    {
        const string What =
            "update delivery set state = 'withdrawn', done = @now, problem = 'withdrawn' where alert = @alert";
        await Run(transaction, $"{What} and state = 'dead'", new { alert, now });
        return await transaction.Connection!.QueryAsync<DeliveryRow>(
            $"{What} and state = 'waiting' returning {DeliveryRow.Columns}",
            new { alert, now },
            transaction
        );
    }

    public static Task Retire(DbTransaction transaction, string address, string reason, long at) =>
        Run(
            transaction,
            Retired,
            new
            {
                Address = address,
                Detail = reason,
                At = at,
            }
        );

    public static async Task<int> Retry(DbTransaction transaction, string? id, long now)
    {
        // Who has unsubscribed is not written to again, whatever is repeated.
        var which =
            (id is null ? "state = 'dead'" : "id = @id and state in ('dead', 'refused')")
            + $" and address not in (select address from address where reason = '{AddressStore.Unsubscribed}')";
        await Run(
            transaction,
            $"update address set retired = null, reason = null, refusals = 0 where address in (select address from delivery where {which})",
            new { id }
        );
        return await transaction.Connection!.ExecuteAsync(
            $"update delivery set state = 'waiting', due = @now, tries = 0, first_try = null, lease = 0, done = null where {which}",
            new { id, now },
            transaction
        );
    }

    // A node that was away, and whose delivery another one has in hand by now, has no say any more. But what was sent was sent.
    private const string Later = """
        update delivery set due = @p1, tries = tries + @p2, lease = 0, node = null,
            first_try = case when @p2 = 1 then coalesce(first_try, @p3) else first_try end,
            problem = case when @p2 = 1 then @p4 else problem end,
            address = coalesce(@p5, address)
        where id = @p0 and state = 'waiting' and node = @p6
        """;

    private static object?[] LaterRow(Settlement s) =>
        [
            s.Queued.Delivery.Id,
            Milliseconds(s.Due ?? s.At),
            s.Tried ? 1L : 0L,
            Milliseconds(s.At),
            s.Detail,
            s.MovedTo,
            s.Queued.Node,
        ];

    private const string Done = """
        update delivery set state = @p1, reference = @p2, done = @p3, tries = tries + 1, lease = 0,
            node = null, first_try = coalesce(first_try, @p3), problem = @p4
        where id = @p0 and state = 'waiting' and (node = @p5 or @p1 = 'sent')
        """;

    private static object?[] DoneRow(Settlement s) =>
        [
            s.Queued.Delivery.Id,
            s.Outcome,
            s.Reference,
            Milliseconds(s.At),
            s.Outcome == "sent" ? null : s.Detail,
            s.Queued.Node,
        ];

    private const string Receipt = "insert into receipt (delivery, at, outcome, detail) values (@p0, @p1, @p2, @p3)";

    private static object?[] ReceiptRow(Settlement s) =>
        [s.Queued.Delivery.Id, Milliseconds(s.At), s.Outcome, s.Detail ?? s.Reference];

    private const string Thread = """
        insert into thread (incident, address, first, last) values (@p0, @p1, @p2, @p2)
        on conflict (incident, address) do update set last = excluded.last
        """;

    private static object?[] ThreadRow(Settlement s) =>
        [s.Queued.Delivery.Incident, s.Queued.Delivery.Address, s.Reference];

    private static bool IsThreaded(Settlement s) => s is { Reference: not null, Queued.Delivery.Incident: not null };

    private const string Accepted = "update address set refusals = 0 where address = @p0";

    private const string Refused = """
        insert into address (address, refusals) values (@Address, 1)
        on conflict (address) do update set refusals = address.refusals + 1
        """;

    private const string Retired = """
        insert into address (address, retired, reason) values (@Address, @At, @Detail)
        on conflict (address) do update
            set retired = coalesce(address.retired, excluded.retired), reason = coalesce(address.reason, excluded.reason);
        update delivery set state = 'refused', done = @At, problem = @Detail, lease = 0
        where address = @Address and state = 'waiting';
        """;

    private const string Moved = """
        insert into address (address, moved_to) values (@Address, @MovedTo)
        on conflict (address) do update set moved_to = excluded.moved_to;
        update delivery set address = @MovedTo where address = @Address and state = 'waiting';
        """;

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static Task Run(
        DbTransaction transaction,
        string sql,
        IEnumerable<Settlement> settlements,
        Func<Settlement, object?[]> row
    ) => RowWriter.Write(transaction, sql, [.. settlements.Select(row)]);

    private static Task<int> Run(DbTransaction transaction, string sql, object with) =>
        transaction.Connection!.ExecuteAsync(sql, with, transaction);
}
