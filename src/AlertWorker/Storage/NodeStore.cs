using Dapper;

namespace AlertWorker.Storage;

/// <summary>The nodes that work on a store, and whether they run on the same configuration.</summary>
public sealed class NodeStore(Database database)
{
    /// <summary>A node that has not been heard of for so long is no longer asked about.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(1);

    /// <summary>What of the configuration is another one elsewhere, as an operator reads it; null while all nodes agree.</summary>
    public string? Difference { get; private set; }

    /// <summary>The clock of the database, UTC.</summary>
    public async Task<DateTimeOffset> Now(CancellationToken cancellation) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            (await database.Query<long>($"select {database.Dialect.Now("now")}", cancellation: cancellation))[0]
        );

    /// <summary>Says that a node is at work and on which configuration, and compares it with the others.</summary>
    /// <param name="marks">A mark of each file.</param>
    /// <returns>Nodes that have not been heard of for a minute; each is told to one node, once.</returns>
    public async Task<IReadOnlyList<string>> CheckIn(
        string node,
        IReadOnlyDictionary<string, string> marks,
        CancellationToken cancellation = default
    )
    {
        var now = database.Dialect.Now("now");
        await using var connection = await database.Connect(cancellation);
        await using var rows = await connection.QueryMultipleAsync(
            new CommandDefinition(
                $"""
                insert into node (name, seen, configuration) values (@node, {now}, @mine)
                on conflict (name) do update set seen = excluded.seen, configuration = excluded.configuration;
                delete from node where seen < {now} - @gone returning name;
                select name, configuration from node where name <> @node order by name;
                """,
                new
                {
                    node,
                    mine = StoreJson.Write(marks),
                    gone = (long)Gone.TotalMilliseconds,
                },
                cancellationToken: cancellation
            )
        );
        var gone = (await rows.ReadAsync<string>()).ToList();
        var different = (await rows.ReadAsync<(string Name, string Configuration)>())
            .Select(other => (other.Name, Files: Differing(marks, other.Configuration)))
            .Where(other => other.Files.Count > 0)
            .Select(other => $"{other.Name} has another {string.Join(", ", other.Files)}");
        Difference = string.Join("; ", different) is { Length: > 0 } told ? told : null;
        return gone;
    }

    /// <summary>A node that stops is not asked about any more.</summary>
    public Task Leave(string node, CancellationToken cancellation = default) =>
        database.Write(
            transaction =>
                transaction.Connection!.ExecuteAsync("delete from node where name = @node", new { node }, transaction),
            cancellation
        );

    private static List<string> Differing(IReadOnlyDictionary<string, string> ours, string json)
    {
        var theirs = StoreJson.Read<Dictionary<string, string>>(json);
        return
        [
            .. ours
                .Keys.Union(theirs.Keys, StringComparer.Ordinal)
                .Where(file => ours.GetValueOrDefault(file) != theirs.GetValueOrDefault(file))
                .Order(StringComparer.Ordinal),
        ];
    }
}
