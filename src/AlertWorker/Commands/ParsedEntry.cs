namespace AlertWorker.Commands;

/// <summary>An entry in the answer of <c>parse</c>; times in ISO 8601, UTC.</summary>
public sealed record ParsedEntry(
    string Id,
    string? Title,
    string? Link,
    string? Summary,
    string? Content,
    string? PublishedUtc,
    string? UpdatedUtc,
    string? Language
);
