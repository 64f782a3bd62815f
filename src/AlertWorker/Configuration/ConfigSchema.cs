using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Infrastructure;
using NJsonSchema.Validation;

namespace AlertWorker.Configuration;

/// <summary>The structure a kind of file must have: <c>config/schemas/*.json</c>, built into the program.</summary>
internal sealed class ConfigSchema
{
    private static readonly ValidationErrorKind[] TypeExpected =
    [
        ValidationErrorKind.ArrayExpected,
        ValidationErrorKind.BooleanExpected,
        ValidationErrorKind.IntegerExpected,
        ValidationErrorKind.NumberExpected,
        ValidationErrorKind.ObjectExpected,
        ValidationErrorKind.StringExpected,
    ];

    private readonly JsonSchema _schema;

    private ConfigSchema(JsonSchema schema) => _schema = schema;

    public static ConfigSchema AppSettings { get; } = Load("appsettings");
    public static ConfigSchema Feeds { get; } = Load("feeds");
    public static ConfigSchema Subscribers { get; } = Load("subscribers");
    public static ConfigSchema Corridors { get; } = Load("corridors");
    public static ConfigSchema Crossings { get; } = Load("crossings");
    public static ConfigSchema Messages { get; } = Load("messages");

    /// <summary>Tells of every place where the file is not as the schema wants it.</summary>
    /// <returns>True when there is none.</returns>
    public bool Check(ConfigNode root)
    {
        var faults = Flatten(_schema.Validate(JsonSerializer.Serialize(root.Value))).ToList();
        var notObjects = faults
            .Where(fault => fault.Kind == ValidationErrorKind.ObjectExpected)
            .Select(PathOf)
            .ToHashSet();
        foreach (var fault in faults)
        {
            // A value that should be an object lacks every key: say the first thing only.
            if (fault.Kind == ValidationErrorKind.PropertyRequired && notObjects.Contains(ParentOf(fault)))
                continue;
            root.Faults.Add(root.File, PathOf(fault), SchemaFaultText.For(fault));
        }
        return faults.Count == 0;
    }

    /// <summary>The schema at a path of keys, matched without regard to case; the keys as the schema writes them. Null when there is none.</summary>
    public (JsonSchema Schema, IReadOnlyList<string> Keys)? Find(IEnumerable<string> keys)
    {
        var (schema, found) = (_schema, new List<string>());
        foreach (var key in keys)
        {
            var name = schema.Properties.Keys.FirstOrDefault(known =>
                known.Equals(key, StringComparison.OrdinalIgnoreCase)
            );
            if (name is not null)
                schema = schema.Properties[name];
            else if (schema.Item is not null && int.TryParse(key, out _))
                schema = schema.Item;
            else
                return null;
            found.Add(name ?? key);
        }
        return (schema, found);
    }

    /// <summary>Every path of keys that ends in a value, joined by <paramref name="separator"/>.</summary>
    public IEnumerable<string> Leaves(string separator) => Leaves(_schema, "", separator);

    private static IEnumerable<string> Leaves(JsonSchema schema, string prefix, string separator) =>
        schema.Properties.Count == 0
            ? [prefix]
            : schema.Properties.SelectMany(p =>
                Leaves(p.Value, prefix.Length == 0 ? p.Key : prefix + separator + p.Key, separator)
            );

    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> faults) =>
        faults.SelectMany(fault =>
            fault switch
            {
                ChildSchemaValidationError parent => Flatten(parent.Errors.Values.SelectMany(child => child)),
                MultiTypeValidationError either => OfTheTypeMeant(either),
                _ => [fault],
            }
        );

    /// <summary>Where null is allowed besides a type, each type is tried and fails for itself: only what is wrong with the value as that type helps.</summary>
    private static List<ValidationError> OfTheTypeMeant(MultiTypeValidationError either)
    {
        var faults = Flatten(either.Errors.First(type => type.Key != JsonObjectType.Null).Value).ToList();
        var isOfAnotherType = faults.Exists(fault => fault.Path == either.Path && TypeExpected.Contains(fault.Kind));
        return isOfAnotherType ? [either] : faults;
    }

    private static string PathOf(ValidationError fault) => (fault.Path ?? "").TrimStart('#', '/');

    private static string ParentOf(ValidationError fault) =>
        PathOf(fault) is var path && path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";

    private static ConfigSchema Load(string name)
    {
        using var stream =
            typeof(ConfigSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")
            ?? throw new InvalidOperationException($"schemas/{name}.schema.json is not built in");
        using var reader = new StreamReader(stream);
        return new ConfigSchema(
            JsonSchemaSerialization.FromJson<JsonSchema>(
                reader.ReadToEnd(),
                JsonSchema.CreateJsonSerializerContractResolver(SchemaType.JsonSchema)
            )!
        );
    }
}
