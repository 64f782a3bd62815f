using System.Text;
using System.Text.Json;

namespace AlertWorker.Entries.Formats;

/// <summary>A JSON document read piece by piece: its own fields, and the objects of one array, as far as the document goes.</summary>
internal sealed class JsonItems
{
    private const int Depth = 64;
    private const int LargestMended = 1024 * 1024;

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyDictionary<string, JsonElement>> _items = [];

    private JsonItems() { }

    public IReadOnlyDictionary<string, JsonElement> Fields => _fields;

    /// <summary>Objects only, at most <see cref="FeedLimits.Entries"/>.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Items => _items;

    public bool HasItems { get; private set; }

    /// <summary>Where reading ended before the document did; null when it was whole.</summary>
    public FeedFault? Fault { get; private set; }

    /// <summary>Reads an object with an array called <paramref name="array"/>, or, where that is null, an array alone.</summary>
    public static JsonItems Read(ReadOnlySpan<char> text, string? array)
    {
        var json = text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)
            ? JsonText.MendSurrogates(text.ToString())
            : text;
        var result = ReadAsItIs(json, array);
        if (result.Fault is not { Kind: FeedFaultKind.Cut } || json.Length > LargestMended)
            return result;
        var mended = ReadAsItIs(JsonText.MendControls(json.ToString()), array);
        return mended.Fault is null || mended.Items.Count > result.Items.Count ? mended : result;
    }

    private static JsonItems ReadAsItIs(ReadOnlySpan<char> json, string? array)
    {
        var result = new JsonItems();
        var bytes = new byte[Encoding.UTF8.GetByteCount(json)];
        Encoding.UTF8.GetBytes(json, bytes);
        var options = new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = Depth,
        };
        var reader = new Utf8JsonReader(bytes, options);
        try
        {
            reader.Read();
            if (array is null)
                result.ReadArray(ref reader);
            else
                result.ReadObject(ref reader, array);
        }
        catch (JsonException exception)
        {
            result.Fault = exception.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
                ? new FeedFault(FeedFaultKind.TooDeep, $"JSON nested deeper than {Depth}")
                : new FeedFault(FeedFaultKind.Cut, $"JSON breaks off or is wrong at byte {reader.BytesConsumed}");
        }
        return result;
    }

    private void ReadObject(ref Utf8JsonReader reader, string array)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            if (name == array && reader.TokenType == JsonTokenType.StartArray)
                ReadArray(ref reader);
            else
                _fields.TryAdd(name, JsonElement.ParseValue(ref reader));
        }
    }

    private void ReadArray(ref Utf8JsonReader reader)
    {
        HasItems = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_items.Count >= FeedLimits.Entries)
            {
                reader.Skip();
                continue;
            }
            var value = JsonElement.ParseValue(ref reader);
            if (value.ValueKind != JsonValueKind.Object)
                continue;
            var item = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var property in value.EnumerateObject())
                item.TryAdd(property.Name, property.Value);
            _items.Add(item);
        }
    }

    /// <summary>A name that is no valid text (a lone surrogate) is nobody's name.</summary>
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
