namespace AlertWorker.Crossings;

/// <summary>What one poll or one timer did to a crossing.</summary>
/// <param name="Before">Status before.</param>
/// <param name="After">Status after.</param>
/// <param name="Steps">Every claim and timer with its rule.</param>
public sealed record StatusChange(CrossingStatus Before, CrossingStatus After, IReadOnlyList<FoldStep> Steps);
