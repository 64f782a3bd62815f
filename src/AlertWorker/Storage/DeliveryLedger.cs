using System.Data.Common;
using Dapper;

namespace AlertWorker.Storage;

/// <summary>The single writes behind settling and repeating deliveries.</summary>
internal static class DeliveryLedger
{
    /// <summary>Writes what became of tries. What is alike is written together: each statement is prepared once for all of them.</summary>
    public static async Task Write(DbTransaction transaction, IReadOnlyCollection<Settlement> settlements)
    {
        var later = settlements.Where(settlement => settlement.Outcome == "later");
        await Run(transaction, Later, later);
        await Run(transaction, Done, settlements.Where(settlement => settlement.Outcome != "later"));
        await Run(transaction, Receipt, settlements.Where(settlement => settlement.Tried));
        var sent = settlements.Where(settlement => settlement.Outcome == "sent").ToArray();
        await Run(
            transaction,
            Thread,
            sent.Where(settlement => settlement is { Reference: not null, Queued.Delivery.Incident: not null })
        );
        await Run(transaction, Accepted, sent);
        await Run(transaction, Moved, settlements.Where(settlement => settlement.MovedTo is not null));
        await Run(transaction, Refused, settlements.Where(settlement => settlement.CountRefusal));
        await Run(transaction, Retired, settlements.Where(settlement => settlement.Retire));
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
        var which = id is null ? "state = 'dead'" : "id = @id and state in ('dead', 'refused')";
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
        update delivery set due = @Due, tries = tries + @Tried, lease = 0, node = null,
            first_try = case when @Tried = 1 then coalesce(first_try, @At) else first_try end,
            problem = case when @Tried = 1 then @Detail else problem end,
            address = coalesce(@MovedTo, address)
        where id = @Id and state = 'waiting' and node = @Node
        """;

    private const string Done = """
        update delivery set state = @Outcome, reference = @Reference, done = @At, tries = tries + 1, lease = 0, node = null,
            first_try = coalesce(first_try, @At), problem = case when @Outcome = 'sent' then null else @Detail end
        where id = @Id and state = 'waiting' and (node = @Node or @Outcome = 'sent')
        """;

    private const string Receipt =
        "insert into receipt (delivery, at, outcome, detail) values (@Id, @At, @Outcome, coalesce(@Detail, @Reference))";

    private const string Thread = """
        insert into thread (incident, address, first, last) values (@Incident, @Address, @Reference, @Reference)
        on conflict (incident, address) do update set last = excluded.last
        """;

    private const string Refused = """
        insert into address (address, refusals) values (@Address, 1)
        on conflict (address) do update set refusals = address.refusals + 1
        """;

    private const string Accepted = "update address set refusals = 0 where address = @Address and refusals > 0";

    private const string Retired = """
        insert into address (address, retired, reason) values (@Address, @At, @Detail)
        on conflict (address) do update set retired = excluded.retired, reason = excluded.reason;
        update delivery set state = 'refused', done = @At, problem = @Detail, lease = 0
        where address = @Address and state = 'waiting';
        """;

    private const string Moved = """
        insert into address (address, moved_to) values (@Address, @MovedTo)
        on conflict (address) do update set moved_to = excluded.moved_to;
        update delivery set address = @MovedTo where address = @Address and state = 'waiting';
        """;

    private static async Task Run(DbTransaction transaction, string sql, IEnumerable<Settlement> settlements)
    {
        var rows = settlements.Select(Row).ToArray();
        if (rows.Length > 0)
            await Run(transaction, sql, (object)rows);
    }

    private static object Row(Settlement settlement)
    {
        var delivery = settlement.Queued.Delivery;
        return new
        {
            delivery.Id,
            delivery.Address,
            delivery.Incident,
            settlement.Queued.Node,
            settlement.Outcome,
            settlement.Reference,
            settlement.Detail,
            settlement.MovedTo,
            At = settlement.At.ToUnixTimeMilliseconds(),
            Due = (settlement.Due ?? settlement.At).ToUnixTimeMilliseconds(),
            Tried = settlement.Tried ? 1L : 0L,
        };
    }

    private static Task<int> Run(DbTransaction transaction, string sql, object with) =>
        transaction.Connection!.ExecuteAsync(sql, with, transaction);
}
