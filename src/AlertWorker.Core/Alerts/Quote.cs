using AlertWorker.Claims;
using AlertWorker.Crossings;

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
)
{
    /// <summary>A statement as the book keeps it.</summary>
    internal static Quote Of(Support support, Status? says) =>
        new(support.EntryId, support.Text, support.Speaker, support.Outlet, support.Link, support.At, says);
}
