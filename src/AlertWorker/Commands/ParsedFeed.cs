namespace AlertWorker.Commands;

/// <summary>The feed's own fields in the answer of <c>parse</c>; times in ISO 8601, UTC.</summary>
public sealed record ParsedFeed(
    string? Title,
    string? Link,
    string? Description,
    string? Id,
    string? UpdatedUtc,
    string? PublishedUtc,
    string? Language
);
