using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Who says something, and where it is printed.</summary>
internal sealed record Voice(Source Source, Speaker Speaker)
{
    /// <summary>Words of the whole story; made up when null.</summary>
    public string? Text { get; init; }

    public string? EntryId { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>A commissioner of a side, quoted by a paper.</summary>
    public static Voice Official(string side, string paper = "post") =>
        new(Paper(paper), new Speaker(null, $"commissioner of {side}", side, SpeakerKind.Official));

    /// <summary>An authority's own notice.</summary>
    public static Voice Notice(string side) =>
        new(
            new Source($"{side}-office", $"{side} office", SourceTier.Official, $"{side}-gov", side),
            new Speaker(null, "office", side, SpeakerKind.Official)
        );

    public static Voice Outlet(string paper) => new(Paper(paper), Speaker.Outlet);

    public static Voice Trader(string paper) =>
        new(Paper(paper), new Speaker(null, "traders", null, SpeakerKind.Trader));

    public static Voice Rumour { get; } =
        new(new Source("channel", "Channel", SourceTier.Field, "channel"), Speaker.Outlet);

    public static Voice Robot { get; } =
        new(new Source("robot", "Robot", SourceTier.Aggregator, "robot"), Speaker.Outlet);

    public static Source Paper(string name) => new(name, name, SourceTier.Press, name);
}
