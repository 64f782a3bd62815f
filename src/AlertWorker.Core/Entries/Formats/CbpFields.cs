using System.Text.Json;
using AlertWorker.Entries.Markup;

namespace AlertWorker.Entries.Formats;

/// <summary>The fields of one port in either notation: lower-case names, groups joined by "/".</summary>
internal static class CbpFields
{
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, JsonElement> port)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in port)
            Add(fields, name.ToLowerInvariant(), value);
        return fields;
    }

    public static IReadOnlyDictionary<string, string> Of(Element port)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, "", port);
        return fields;
    }

    // Both are nested three deep at most by the readers' own limits and by their shape; deeper levels are left out.
    private static void Add(Dictionary<string, string> fields, string path, JsonElement value, int depth = 0)
    {
        if (value.ValueKind == JsonValueKind.Object && depth < 3)
            foreach (var property in value.EnumerateObject())
                Add(fields, path + "/" + property.Name.ToLowerInvariant(), property.Value, depth + 1);
        else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            fields[path] = PlainText.TitleOfText(value.ToString());
    }

    private static void Add(Dictionary<string, string> fields, string path, Element element, int depth = 0)
    {
        foreach (var child in element.Children)
        {
            var name = path.Length == 0 ? child.Name : path + "/" + child.Name;
            if (child.HasMarkup && depth < 3)
                Add(fields, name, child, depth + 1);
            else
                fields[name] = PlainText.TitleOfText(child.Text);
        }
    }
}
