namespace AlertWorker.Configuration;

/// <summary>CSS selectors that find the entries of an HTML list; all but the first look inside an item.</summary>
public sealed record SelectOptions
{
    public required string Item { get; init; }

    public string? Title { get; init; }

    public string? Link { get; init; }

    public string? Date { get; init; }
}
