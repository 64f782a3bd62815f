using Dapper;

namespace AlertWorker.Storage;

/// <summary>Who does what only one node of a cluster may do. All nodes go by the database's clock, whatever their own say.</summary>
public sealed class LeaseStore(Database database, TimeProvider time)
{
    /// <summary>Takes or keeps a lease.</summary>
    /// <param name="name">What only one node may do.</param>
    /// <param name="node">Who asks.</param>
    /// <param name="length">How long it is kept without asking again.</param>
    /// <returns>Null while another node has it.</returns>
    public async Task<Lease?> TryHold(string name, string node, TimeSpan length, CancellationToken cancellation)
    {
        var asked = (time.GetTimestamp(), time.GetUtcNow());
        if (database.Dialect.OneWriter)
            return new Lease(name, fence: null, length, asked, time);
        var now = database.Dialect.Now("now");
        var fence = await database.Write(
            transaction =>
                transaction.Connection!.ExecuteScalarAsync<long?>(
                    $"""
                    insert into lease (name, node, until, fence) values (@name, @node, {now} + @length, 1)
                    on conflict (name) do update set node = excluded.node, until = excluded.until,
                        fence = lease.fence + case when lease.node = excluded.node then 0 else 1 end
                    where lease.node = excluded.node or lease.until <= {now}
                    returning fence
                    """,
                    new
                    {
                        name,
                        node,
                        length = (long)length.TotalMilliseconds,
                    },
                    transaction
                ),
            cancellation
        );
        return fence is null ? null : new Lease(name, fence, length, asked, time);
    }

    /// <summary>Lets go of everything a node holds, so that nobody has to wait for the end of its leases.</summary>
    public Task Release(string node, CancellationToken cancellation) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync(
                    "update lease set until = 0 where node = @node",
                    new { node },
                    transaction
                ),
            cancellation
        );
}
