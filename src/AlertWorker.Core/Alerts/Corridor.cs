namespace AlertWorker.Alerts;

/// <summary>A named list of crossings people think of together: "Karachi–Kabul".</summary>
/// <param name="Id">Kebab-case slug.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Crossings">Ids of its crossings.</param>
public sealed record Corridor(string Id, string Name, IReadOnlyList<string> Crossings);
