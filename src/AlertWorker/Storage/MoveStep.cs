namespace AlertWorker.Storage;

/// <summary>How far the move of one table has come.</summary>
/// <param name="Rows">Moved so far, in this run and in earlier ones.</param>
/// <param name="Of">Rows there are.</param>
public sealed record MoveStep(string Table, long Rows, long Of);
