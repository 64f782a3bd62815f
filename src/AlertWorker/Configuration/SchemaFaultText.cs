using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace AlertWorker.Configuration;

/// <summary>Says a schema fault to a person: what is wrong and what is allowed. Values are shown only where the schema lists the allowed ones, so no secret is.</summary>
internal static class SchemaFaultText
{
    public static string For(ValidationError fault) =>
        fault.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"is missing; {Allowed(Wanted(fault))}",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(fault),
            ValidationErrorKind.NotInEnumeration => NotListed(fault),
            ValidationErrorKind.PatternMismatch
            or ValidationErrorKind.StringTooShort
            or ValidationErrorKind.StringTooLong => $"is not allowed; {Allowed(fault.Schema)}",
            ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig =>
                $"{fault.Token} is out of range; {Allowed(fault.Schema)}",
            ValidationErrorKind.TooFewItems => $"has too few elements; at least {fault.Schema.MinItems}",
            ValidationErrorKind.TooManyItems => $"has too many elements; at most {fault.Schema.MaxItems}",
            ValidationErrorKind.ItemsNotUnique => "holds an element twice; each once",
            _ => $"is {TypeOf(fault.Token)}; {Allowed(fault.Schema)}",
        };

    private static JsonSchemaProperty? Wanted(ValidationError fault) =>
        fault.Property is { } name && fault.Schema.Properties.TryGetValue(name, out var property) ? property : null;

    private static string Unknown(ValidationError fault)
    {
        var known = fault.Schema.Properties.Keys.Where(key => key != "$schema").ToList();
        return $"unknown key{Nearest.Hint(fault.Property ?? "", known).TrimEnd('?')}; allowed: {string.Join(", ", known)}";
    }

    private static string NotListed(ValidationError fault)
    {
        var known = fault.Schema.Enumeration.OfType<string>().ToList();
        return fault.Token is JValue { Type: JTokenType.String } value
            ? $"'{value}' is not known{Nearest.Hint((string)value!, known).TrimEnd('?')}; {Allowed(fault.Schema)}"
            : $"is {TypeOf(fault.Token)}; {Allowed(fault.Schema)}";
    }

    private static string Allowed(JsonSchema? schema)
    {
        if (schema is null)
            return "it is required";
        if (schema.Enumeration.Count > 0)
            return "allowed: " + string.Join(", ", schema.Enumeration.Select(value => value?.ToString() ?? "null"));
        var range = (schema.Minimum, schema.Maximum) switch
        {
            ({ } min, { } max) => $" from {min} to {max}",
            ({ } min, null) => $" of {min} or more",
            _ => "",
        };
        var types = Enum.GetValues<JsonObjectType>()
            .Where(type => type != JsonObjectType.None && schema.Type.HasFlag(type))
            .OrderBy(type => type == JsonObjectType.Null);
        var meaning = schema.Description is { } description ? $" – {description}" : "";
        return $"allowed: {string.Join(" or ", types.Select(type => Name(type) + (type == JsonObjectType.Null ? "" : range)))}{meaning}";
    }

    private static string Name(JsonObjectType type) =>
        type switch
        {
            JsonObjectType.Array => "a list",
            JsonObjectType.Boolean => "true or false",
            JsonObjectType.Integer => "a whole number",
            JsonObjectType.Null => "null",
            JsonObjectType.Number => "a number",
            JsonObjectType.Object => "an object",
            _ => "text",
        };

    private static string TypeOf(JToken? token) =>
        token?.Type switch
        {
            JTokenType.Array => "a list",
            JTokenType.Boolean => "true or false",
            JTokenType.Integer => "a whole number",
            JTokenType.Float => "a number",
            JTokenType.Object => "an object",
            JTokenType.Null or null => "null",
            _ => "text",
        };
}
