using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace AlertWorker.Configuration;

/// <summary>Puts environment variables like <c>AlertWorker__Telegram__BotToken</c> in place of the values of appsettings.json.</summary>
internal static class EnvironmentOverrides
{
    private const string Separator = "__";
    private const string Prefix = "AlertWorker" + Separator;

    /// <summary>Gives the settings with every override in place. A variable that names no setting is a fault; an empty one counts as null.</summary>
    public static ConfigNode Apply(ConfigNode settings, IReadOnlyDictionary<string, string> environment)
    {
        var root = JsonNode.Parse(settings.Value.GetRawText(), documentOptions: ConfigJson.Tolerant) as JsonObject;
        if (root is null)
            return settings; // not an object: the schema tells
        var ours = environment.Where(variable => variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));
        foreach (var (name, value) in ours.OrderBy(variable => variable.Key, StringComparer.OrdinalIgnoreCase))
            Put(settings.Faults, root, name, value);
        return settings with { Value = JsonSerializer.SerializeToElement(root) };
    }

    private static void Put(FaultList faults, JsonObject root, string name, string value)
    {
        if (ConfigSchema.AppSettings.Find(name.Split(Separator)) is not { } found || found.Schema.Properties.Count > 0)
        {
            var known = ConfigSchema
                .AppSettings.Leaves(Separator)
                .Where(leaf => leaf.StartsWith(Prefix, StringComparison.Ordinal));
            faults.Add(ConfigFiles.Environment, name, $"names no setting{Nearest.Hint(name, known)}");
            return;
        }
        faults.ComesFromEnvironment(PathOf(found.Keys), name);
        JsonNode parent = root;
        for (var i = 0; i < found.Keys.Count - 1; i++)
            parent = Child(parent, found.Keys[i], isList: char.IsAsciiDigit(found.Keys[i + 1][0]));
        Set(parent, found.Keys[^1], Typed(value, found.Schema));
    }

    private static string PathOf(IReadOnlyList<string> keys) =>
        keys.Aggregate(
            "",
            (path, key) =>
                char.IsAsciiDigit(key[0]) ? $"{path}[{key}]"
                : path.Length == 0 ? key
                : $"{path}.{key}"
        );

    private static JsonNode Child(JsonNode parent, string key, bool isList)
    {
        if (parent[key] is { } child && (isList ? child is JsonArray : child is JsonObject))
            return child;
        JsonNode made = isList ? new JsonArray() : new JsonObject();
        parent[key] = made;
        return made;
    }

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is not JsonArray list)
            parent[key] = value;
        else if (int.Parse(key, CultureInfo.InvariantCulture) is var index && index < list.Count)
            list[index] = value;
        else
            list.Add(value);
    }

    private static JsonNode? Typed(string value, JsonSchema schema)
    {
        if (value.Length == 0)
            return null;
        if (schema.Type.HasFlag(JsonObjectType.Boolean) && bool.TryParse(value, out var truth))
            return truth;
        if (
            schema.Type.HasFlag(JsonObjectType.Integer)
            && long.TryParse(value, CultureInfo.InvariantCulture, out var number)
        )
            return number;
        return value; // also what does not fit: the schema then tells of it, by the variable's name
    }
}
