using System.Text.Json;
using System.Text.RegularExpressions;

namespace AlertWorker.Alerts;

/// <summary>Reads <c>config/messages/xx.json</c>.</summary>
internal static partial class CatalogReader
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    public static MessageCatalog Read(string json)
    {
        using var document = JsonDocument.Parse(json, Lenient);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw Fault("", "must be an object");
        var header = Header(root);
        var texts = new Dictionary<string, MessageTemplate>(StringComparer.Ordinal);
        var plurals = new Dictionary<string, IReadOnlyDictionary<PluralForm, MessageTemplate>>(StringComparer.Ordinal);
        foreach (var text in Member(root, "texts", JsonValueKind.Object).EnumerateObject())
            if (text.Value.ValueKind == JsonValueKind.String)
                texts[text.Name] = Template(text.Name, text.Value, header);
            else
                plurals[text.Name] = Plurals(text, header);
        return new MessageCatalog(header, texts, plurals);
    }

    private static CatalogHeader Header(JsonElement root)
    {
        var digits = Text(root, "digits");
        if (digits.Length != 10)
            throw Fault("digits", "must be the ten digits from zero to nine");
        var months = Member(root, "months", JsonValueKind.Array).EnumerateArray().Select(m => m.ToString()).ToArray();
        if (months.Length != 12)
            throw Fault("months", "must be twelve names");
        var plural = Text(root, "plural");
        return new CatalogHeader(
            Text(root, "language"),
            Text(root, "name"),
            Text(root, "direction") switch
            {
                "rtl" => true,
                "ltr" => false,
                var other => throw Fault("direction", $"'{other}' is neither ltr nor rtl"),
            },
            PluralRule.All.FirstOrDefault(rule => rule.Name == plural)
                ?? throw Fault(
                    "plural",
                    $"'{plural}' is none of {string.Join(", ", PluralRule.All.Select(rule => rule.Name))}"
                ),
            digits,
            months,
            Countries(root)
        );
    }

    private static Dictionary<string, string> Countries(JsonElement root) =>
        root.TryGetProperty("countries", out var countries) && countries.ValueKind == JsonValueKind.Object
            ? countries
                .EnumerateObject()
                .ToDictionary(country => country.Name, country => country.Value.ToString(), StringComparer.Ordinal)
            : [];

    private static Dictionary<PluralForm, MessageTemplate> Plurals(JsonProperty text, CatalogHeader header)
    {
        if (text.Value.ValueKind != JsonValueKind.Object)
            throw Fault($"texts.{text.Name}", "must be a text, or an object of plural forms");
        return header.Plural.Forms.ToDictionary(
            form => form,
            form =>
            {
                var name = form.ToString().ToLowerInvariant();
                return text.Value.TryGetProperty(name, out var template)
                    ? Template($"{text.Name}.{name}", template, header)
                    : throw Fault($"texts.{text.Name}.{name}", "this plural form is missing");
            }
        );
    }

    private static MessageTemplate Template(string key, JsonElement value, CatalogHeader header)
    {
        try
        {
            var text = value.GetString() ?? "";
            return MessageTemplate.Parse(header.RightToLeft ? Command().Replace(text, "\u2066$0\u2069") : text);
        }
        catch (FormatException e)
        {
            throw Fault($"texts.{key}", e.Message);
        }
    }

    /// <summary>
    /// A command with what is typed after it. Isolated (UAX #9), its slash stays before it, and a line that begins with it is not turned round.
    /// </summary>
    [GeneratedRegex("/[a-z]+(?: [A-Za-z0-9:/+-]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    private static string Text(JsonElement root, string name) => Member(root, name, JsonValueKind.String).ToString();

    private static JsonElement Member(JsonElement root, string name, JsonValueKind kind) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw Fault(name, $"must be given, as {kind.ToString().ToLowerInvariant()}");

    private static JsonException Fault(string path, string problem) => new(problem, path, null, null);
}
