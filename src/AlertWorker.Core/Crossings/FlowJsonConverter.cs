using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertWorker.Crossings;

/// <summary>Writes a flow as <c>cargo:PK&gt;AF</c>, as a value and as a key.</summary>
public sealed class FlowJsonConverter : JsonConverter<Flow>
{
    public override Flow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Flow value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    public override Flow ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Flow value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static Flow Parse(string? text)
    {
        try
        {
            return Flow.Parse(text ?? "");
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }
}
