using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>A status as a page shows it: by word, by shape and by colour, so that none of them is needed.</summary>
internal static class Badge
{
    public static Markup Of(Status status, Reader reader) =>
        Markup.Of(
            $"<span class=\"badge {status.ToString().ToLowerInvariant()}\"><i aria-hidden=\"true\">{Shape(status)}</i>{reader.Word("status", status)}</span>"
        );

    /// <summary>The status, and whether it is disputed.</summary>
    public static Markup Of(CrossingStatus? status, Reader reader) =>
        status is { Disputed: true }
            ? Markup.Of(
                $"{Of(status.Headline, reader)} <span class=\"badge disputed\"><i aria-hidden=\"true\">≠</i>{reader.Word("page.disputed")}</span>"
            )
            : Of(status?.Headline ?? Status.Unknown, reader);

    private static string Shape(Status status) =>
        status switch
        {
            Status.Closed => "✕",
            Status.Restricted => "▲",
            Status.Open => "✓",
            _ => "?",
        };
}
