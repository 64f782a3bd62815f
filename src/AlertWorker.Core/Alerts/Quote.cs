using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>A statement as a message shows it.</summary>
/// <param name="EntryId">The entry's guid or link.</param>
/// <param name="Text">The evidence clause, word for word.</param>
/// <param name="Speaker">Who says it.</param>
/// <param name="Outlet">Name of the source that published it.</param>
/// <param name="Link">http(s) address of the story; null when the feed gave none.</param>
/// <param name="At">Publication time, never later than first seen, UTC.</param>
/// <param name="Says">The state the statement asserts; null when it announces.</param>
public sealed record Quote(
    string EntryId,
    string Text,
    Speaker Speaker,
    string Outlet,
    string? Link,
    DateTimeOffset At,
    Status? Says
);
