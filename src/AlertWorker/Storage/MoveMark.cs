namespace AlertWorker.Storage;

/// <summary>How far a move has come, kept in the store it goes to and written in one transaction with the rows.</summary>
/// <param name="Source">Id of the store it comes from.</param>
/// <param name="Table">The table at work; null at the beginning and once done.</param>
/// <param name="After">Key of the last row that was moved; empty at the beginning of a table.</param>
/// <param name="Done">Everything was moved, and the counts were equal.</param>
internal sealed record MoveMark(string Source, string? Table, IReadOnlyList<string> After, bool Done = false)
{
    /// <summary>Where it is kept, in <c>meta</c>.</summary>
    public const string Key = "move";
}
