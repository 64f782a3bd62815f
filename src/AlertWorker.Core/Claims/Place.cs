using System.Text.Json.Serialization;

namespace AlertWorker.Claims;

/// <summary>A crossing as the reader of texts needs it: where it is and what it is called, in every script.</summary>
public record Place
{
    /// <summary>Kebab-case slug, unique.</summary>
    public required string Id { get; init; }

    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>The two ISO 3166 countries, in the gazetteer's order.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    public IReadOnlyList<PlaceSide> Sides { get; init; } = [];

    /// <summary>road, rail, bridge, tunnel, ferry, pass.</summary>
    public string Kind { get; init; } = "road";

    /// <summary>both, trade, pedestrian.</summary>
    public string Traffic { get; init; } = "both";

    /// <summary>Names by language code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names that count only with context: a country, a neighbouring town, a border noun.</summary>
    public IReadOnlyList<string> Ambiguous { get; init; } = [];

    /// <summary>Names shared with other crossings, and with which.</summary>
    [JsonPropertyName("alias_collisions")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AliasCollisions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Port numbers of the US border wait time feed.</summary>
    [JsonPropertyName("cbp_port_numbers")]
    public IReadOnlyList<string> CbpPortNumbers { get; init; } = [];
}
