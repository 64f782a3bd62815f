using System.Text.Json.Serialization;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>A place in the gazetteer with what people who use it need to know: a block of <c>config/crossings/*.json</c>.</summary>
public sealed record Crossing : Place
{
    /// <summary>Degrees north, WGS 84; null when not known.</summary>
    [JsonPropertyName("lat")]
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84; null when not known.</summary>
    [JsonPropertyName("lon")]
    public double? Longitude { get; init; }

    /// <summary>high, medium, low.</summary>
    [JsonPropertyName("coord_confidence")]
    public string? CoordinateConfidence { get; init; }

    /// <summary>Who decides, by ISO country; prose.</summary>
    public IReadOnlyDictionary<string, string> Authority { get; init; } = new Dictionary<string, string>();

    [JsonPropertyName("un_locode")]
    public string? UnLocode { get; init; }

    /// <summary>Ids of the crossings people divert to, nearest first.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Where the facts of this block come from.</summary>
    public IReadOnlyList<string> Source { get; init; } = [];

    /// <summary>What a claim on the whole border of its pair names: <c>border:AF-PK</c>.</summary>
    [JsonIgnore]
    public string Border => $"border:{string.Join('-', Countries.Order(StringComparer.Ordinal))}";

    /// <summary>The flows there can be here, by <c>traffic</c>: cargo, people or both, in both directions.</summary>
    [JsonIgnore]
    public IReadOnlyList<Flow> Flows =>
        [
            .. new[] { FlowMode.Cargo, FlowMode.People }
                .Where(mode =>
                    Traffic switch
                    {
                        "trade" => mode == FlowMode.Cargo,
                        "pedestrian" => mode == FlowMode.People,
                        _ => true,
                    }
                )
                .SelectMany(mode =>
                    new[] { new Flow(mode, Countries[0], Countries[1]), new Flow(mode, Countries[1], Countries[0]) }
                ),
        ];
}
