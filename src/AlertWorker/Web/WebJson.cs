using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>The JSON of the API: camelCase, enums as words, times as ISO 8601 in UTC to the second, nulls written.</summary>
internal static class WebJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTimeConverter() },
        };
}
