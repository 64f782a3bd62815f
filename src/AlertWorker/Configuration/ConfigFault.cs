namespace AlertWorker.Configuration;

/// <summary>Something in the configuration folder that cannot stay so.</summary>
/// <param name="File">Path relative to the folder with <c>/</c>, or <c>environment</c>.</param>
/// <param name="Path">Key path like <c>feeds[0].url</c>, or a place like <c>line 3, column 7</c>; empty for the file as a whole.</param>
/// <param name="Problem">What is wrong and what is allowed.</param>
public sealed record ConfigFault(string File, string Path, string Problem)
{
    /// <summary>The line <c>check</c> prints.</summary>
    public override string ToString() => Path.Length == 0 ? $"{File}: {Problem}" : $"{File}: {Path}: {Problem}";
}
