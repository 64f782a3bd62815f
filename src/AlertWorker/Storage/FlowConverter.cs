using System.Text.Json;
using System.Text.Json.Serialization;
using AlertWorker.Crossings;

namespace AlertWorker.Storage;

/// <summary>Writes a flow as <c>cargo:PK&gt;AF</c>, as value and as key.</summary>
public sealed class FlowConverter : JsonConverter<Flow>
{
    public override Flow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Flow.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Flow value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Flow ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Flow.Parse(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Flow value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}
