using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlertWorker.Configuration;

/// <summary>A value of a configuration file that knows where it stands, so that a check can say so.</summary>
/// <remarks>Reading is tolerant – a value of another type reads as absent – because the schema has told of that already and every other fault is to be told too.</remarks>
internal sealed record ConfigNode(FaultList Faults, string File, string Path, JsonElement Value)
{
    /// <summary>The member of that name; null when absent, null or not in an object.</summary>
    public ConfigNode? this[string key] =>
        Value.ValueKind == JsonValueKind.Object
        && Value.TryGetProperty(key, out var member)
        && member.ValueKind != JsonValueKind.Null
            ? this with
            {
                Path = Path.Length == 0 ? key : $"{Path}.{key}",
                Value = member,
            }
            : null;

    /// <summary>Elements of an array; nothing for anything else.</summary>
    public IEnumerable<ConfigNode> Items =>
        Value.ValueKind == JsonValueKind.Array
            ? Value.EnumerateArray().Select((item, index) => this with { Path = $"{Path}[{index}]", Value = item })
            : [];

    /// <summary>Members of an object by name; nothing for anything else.</summary>
    public IEnumerable<(string Key, ConfigNode Node)> Members =>
        Value.ValueKind == JsonValueKind.Object
            ? Value.EnumerateObject().Select(member => (member.Name, this[member.Name] ?? this))
            : [];

    /// <summary>The text; null when the value is of another type.</summary>
    public string? Text => Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;

    public bool IsTrue => Value.ValueKind == JsonValueKind.True;

    /// <summary>The same object with one member put in or replaced.</summary>
    public ConfigNode With(string key, JsonNode? member)
    {
        var members = (JsonObject)JsonNode.Parse(Value.GetRawText(), documentOptions: ConfigJson.Tolerant)!;
        members[key] = member;
        return this with { Value = JsonSerializer.SerializeToElement(members) };
    }

    public void Fault(string problem) => Faults.Add(File, Path, problem);

    public void Warn(string problem) => Faults.Warn(File, Path, problem);
}
