using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertWorker.Crossings;

/// <summary>The JSON in which a status is stored: web defaults, enums as camelCase words, nulls left out.</summary>
public static class StatusJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTimeConverter() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static string Write(CrossingStatus status) => JsonSerializer.Serialize(status, Options);

    /// <exception cref="JsonException">The text is not a stored status.</exception>
    public static CrossingStatus Read(string json) =>
        JsonSerializer.Deserialize<CrossingStatus>(json, Options) ?? throw new JsonException("a status is an object");
}
