namespace AlertWorker.Entries;

/// <summary>Who publishes an entry, as far as reading and weighing it needs to know.</summary>
/// <param name="Id">The feed's id in <c>feeds.json</c>.</param>
/// <param name="Name">The outlet's name as people know it.</param>
/// <param name="Tier">How near it stands to the fact.</param>
/// <param name="Publisher">Publisher family: two feeds of one family are never independent of each other.</param>
/// <param name="SpeaksFor">ISO 3166 country for official and state sources; null otherwise.</param>
/// <param name="TimeZone">IANA zone in which its undated hours ("from midnight") are meant; null means UTC.</param>
public sealed record Source(
    string Id,
    string Name,
    SourceTier Tier = SourceTier.Press,
    string Publisher = "",
    string? SpeaksFor = null,
    string? TimeZone = null
)
{
    public static Source Unknown { get; } = new("unknown", "");
}
