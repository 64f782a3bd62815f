namespace AlertWorker.Storage;

/// <summary>One table of the store, as a whole history is moved with it.</summary>
/// <param name="Name">As in the schema.</param>
/// <param name="Key">The columns of its primary key.</param>
internal sealed record StoreTable(string Name, params string[] Key)
{
    /// <summary>Who works on a store at this moment, and on what, says nothing in another one.</summary>
    private const string Nothing = "1 = 0";

    /// <summary>Every table of the schema. The scheduler's own are made anew by each worker.</summary>
    public static IReadOnlyList<StoreTable> All { get; } =
    [
        new("meta", "key") { Part = $"key <> '{MoveMark.Key}'" },
        new("feed_state", "feed"),
        new("entry", "key"),
        new("claim", "id"),
        new("fold_step", "id") { IsNumbered = true },
        new("crossing_status", "crossing"),
        new("alert", "id"),
        new("delivery", "id"),
        new("receipt", "id") { IsNumbered = true },
        new("thread", "incident", "address"),
        new("address", "address"),
        new("subscriber", "id"),
        new("pending", "token"),
        new("bot_state", "key"),
        new("websub", "feed"),
        new("lease", "name") { Part = Nothing },
        new("node", "name") { Part = Nothing },
        new("bot_update", "id") { Part = Nothing },
    ];

    /// <summary>The engine numbers its rows as they come: a move keeps their order and not their numbers.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The rows that belong to the history.</summary>
    public string Part { get; init; } = "1 = 1";

    /// <summary>Counts the history's rows.</summary>
    public string Count => $"select count(*) from {Name} where {Part}";

    /// <summary>Reads a page of rows in the order of the key.</summary>
    /// <param name="goesOn">True where rows before it were read: <c>@after0</c>, <c>@after1</c> … hold the key of the last.</param>
    public string Page(bool goesOn)
    {
        var key = string.Join(", ", Key);
        var after = string.Join(", ", Key.Select((_, i) => $"@after{i}"));
        return $"select * from {Name} where {Part}{(goesOn ? $" and ({key}) > ({after})" : "")} order by {key} limit @limit";
    }
}
