namespace AlertWorker.Crossings;

/// <summary>What one poll or one timer did to a crossing.</summary>
/// <param name="Before">Status before; equal to <paramref name="After"/> when nothing changed.</param>
/// <param name="After">Status after.</param>
/// <param name="Steps">Every claim and timer with its rule.</param>
public sealed record StatusChange(CrossingStatus Before, CrossingStatus After, IReadOnlyList<FoldStep> Steps)
{
    /// <summary>Statements that caused the change, the deciding one first.</summary>
    public IReadOnlyList<Support> Causes { get; init; } = [];
}
