using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AlertWorker.Configuration;

/// <summary>The JSON of configuration files: comments and trailing commas allowed, a key never twice.</summary>
internal static class ConfigJson
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static JsonDocumentOptions Tolerant { get; } =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions Binding = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ClockTimeConverter() },
    };

    /// <summary>Parses a file's bytes; what stops it is a fault and gives null.</summary>
    public static ConfigNode? Parse(FaultList faults, string file, byte[] bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            faults.Add(file, "", $"byte {fault.Index + 1} is not UTF-8; save the file as UTF-8");
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            var root = new ConfigNode(faults, file, "", document.RootElement.Clone());
            TellOfDoubleKeys(root);
            return root;
        }
        catch (JsonException fault)
        {
            faults.Add(file, Place(text, fault), $"not JSON: {Explain(fault)}");
            return null;
        }
    }

    /// <summary>Turns a node into a value; members that are null count as absent, so that they get their default.</summary>
    public static T Bind<T>(JsonElement element) => Compact(element).Deserialize<T>(Binding)!;

    /// <summary>The same content without comments and nulls.</summary>
    public static JsonNode Compact(JsonElement element)
    {
        var node = JsonNode.Parse(element.GetRawText(), documentOptions: Tolerant)!;
        DropNulls(node);
        return node;
    }

    private static void DropNulls(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
                members.Remove(name);
            foreach (var member in members)
                DropNulls(member.Value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                DropNulls(item);
        }
    }

    private static void TellOfDoubleKeys(ConfigNode node)
    {
        if (node.Value.ValueKind == JsonValueKind.Object)
            foreach (
                var twice in node.Value.EnumerateObject().CountBy(member => member.Name).Where(name => name.Value > 1)
            )
                (node[twice.Key] ?? node).Fault("the key stands more than once in this object; keep one");
        foreach (var item in node.Items.Concat(node.Members.Select(member => member.Node)).Where(item => item != node))
            TellOfDoubleKeys(item);
    }

    private static string Place(string text, JsonException fault)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)(fault.LineNumber ?? 0)) ?? "";
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(fault.BytePositionInLine ?? 0, bytes.Length));
        return $"line {(fault.LineNumber ?? 0) + 1}, column {column + 1}";
    }

    /// <summary>The message of the reader without the places it counts in its own way.</summary>
    public static string Explain(JsonException fault)
    {
        var path = fault.Message.IndexOf(" Path:", StringComparison.Ordinal);
        var line = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var end =
            path >= 0 ? path
            : line >= 0 ? line
            : fault.Message.Length;
        return fault.Message[..end];
    }
}
