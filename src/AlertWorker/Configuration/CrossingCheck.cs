namespace AlertWorker.Configuration;

/// <summary>What a schema cannot say of crossings/*.json.</summary>
internal static class CrossingCheck
{
    /// <summary>Checks the crossings of all files together.</summary>
    public static void Run(IReadOnlyList<ConfigNode> crossings)
    {
        CommonChecks.Unique(crossings, "crossing");
        var ids = CommonChecks.Ids(crossings);
        foreach (var crossing in crossings)
        {
            CommonChecks.Known(crossing["alternatives"], ids, "crossing");
            foreach (var (_, others) in crossing["alias_collisions"]?.Members ?? [])
                CommonChecks.Known(others, ids, "crossing");
            var countries = crossing["countries"]?.Items.Select(country => country.Text).ToList() ?? [];
            if (countries is [{ } one, { } other] && one == other)
                crossing["countries"]!.Fault($"'{one}' stands twice; a crossing has two sides");
            foreach (var side in crossing["sides"]?.Items ?? [])
                if (side["country"] is { Text: { } country } node && !countries.Contains(country))
                    node.Fault($"'{country}' is not one of the crossing's countries ({string.Join(", ", countries)})");
        }
    }

    /// <summary>Countries with a crossing.</summary>
    public static IReadOnlySet<string> Countries(IEnumerable<ConfigNode> crossings) =>
        crossings
            .SelectMany(c => c["countries"]?.Items ?? [])
            .Select(c => c.Text)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
}
