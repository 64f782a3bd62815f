using Dapper;

namespace AlertWorker.Storage;

/// <summary>A store of any earlier version is opened by this one with all that is in it.</summary>
public sealed class UpgradeTests
{
    /// <summary>Tables whose ids the engine gives.</summary>
    private static readonly string[] Numbered = ["fold_step", "receipt"];

    /// <summary>Every version there was: each engine with each script as its last.</summary>
    public static TheoryData<string, string> Versions
    {
        get
        {
            var versions = new TheoryData<string, string>();
            foreach (var script in SchemaUpgrade.Scripts)
            {
                versions.Add("sqlite", script);
                versions.Add("postgres", script);
            }
            return versions;
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_store_of_an_earlier_version_is_upgraded_with_all_that_is_in_it(string engine, string script)
    {
        await using var store = await TestStore.Place(engine);
        var dialect = store.Dialect();
        await (await dialect.Connect(CancellationToken.None)).DisposeAsync(); // makes the file
        SchemaUpgrade.Run(dialect, upTo: script);
        var before = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in await Tables(dialect))
        {
            await SomeRows.Add(dialect, table, 20, Numbered.Contains(table) ? "id" : null);
            before[table] = await SomeRows.Read(dialect, table);
        }
        await dialect.DisposeAsync();

        await store.Reopen();

        foreach (var (table, rows) in before)
        {
            var columns = rows[0].Split('|').Select(column => column.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(rows, await SomeRows.Read(store.Database.Dialect, table, columns));
        }
        await using var fresh = await TestStore.Open(engine);
        Assert.Equal(await Tables(fresh.Database.Dialect), await Tables(store.Database.Dialect));
    }

    private static async Task<IReadOnlyList<string>> Tables(ISqlDialect dialect)
    {
        await using var connection = await dialect.Connect(CancellationToken.None);
        var names = await connection.QueryAsync<string>(
            dialect.Name == "sqlite"
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
                : "select table_name from information_schema.tables where table_schema = 'public'"
        );
        return
        [
            .. names
                .Where(name => !name.Equals("schemaversions", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
    }
}
