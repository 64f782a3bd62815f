using System.Text;
using System.Text.Json;

namespace AlertWorker.Entries.Formats;

/// <summary>A JSON document read piece by piece: its own fields, and the objects of one array, as far as the document goes.</summary>
internal sealed class JsonItems
{
    private const int Depth = 64;
    private const int LargestMended = 1024 * 1024;

    /// <summary>Fields of one object; no vocabulary has half as many.</summary>
    private const int MostFields = 100;

    /// <summary>Bytes of one text: all that is read of it, even if every character is escaped.</summary>
    private const int LargestText = 6 * FeedLimits.Text;

    /// <summary>Bytes of all texts; once there are more, only short ones are kept.</summary>
    private const int MostTexts = 2 * FeedLimits.AllText;

    /// <summary>Bytes of all objects and arrays within the items; the wait times of every port take a tenth.</summary>
    private const int MostNested = 2 * 1024 * 1024;

    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyDictionary<string, JsonElement>> _items = [];

    private long _nested;
    private long _texts;

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
        var json = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, json);
        JsonText.MendSurrogates(json);
        var result = ReadAsItIs(json, array);
        if (result.Fault is not { Kind: FeedFaultKind.Cut } || json.Length > LargestMended)
            return result;
        JsonText.MendControls(json);
        var mended = ReadAsItIs(json, array);
        return mended.Fault is null || mended.Items.Count > result.Items.Count ? mended : result;
    }

    private static JsonItems ReadAsItIs(byte[] json, string? array)
    {
        var result = new JsonItems();
        var options = new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = Depth,
        };
        var reader = new Utf8JsonReader(json, options);
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
                ReadValue(ref reader, name, _fields);
        }
    }

    private void ReadArray(ref Utf8JsonReader reader)
    {
        HasItems = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (_items.Count >= FeedLimits.Entries || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            var item = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = NameOf(ref reader);
                reader.Read();
                ReadValue(ref reader, name, item);
            }
            _items.Add(item);
        }
    }

    /// <summary>Keeps a value, unless there is one of that name, or it or what is kept already is larger than anybody needs.</summary>
    private void ReadValue(ref Utf8JsonReader reader, string name, Dictionary<string, JsonElement> fields)
    {
        if (fields.Count >= MostFields || fields.ContainsKey(name))
        {
            reader.Skip();
            return;
        }
        var behind = reader;
        behind.Skip();
        var size = behind.BytesConsumed - reader.TokenStartIndex;
        var isNested = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var most = _texts > MostTexts ? FeedLimits.LeastText : LargestText;
        if (isNested ? (_nested += size) > MostNested : size > most)
            reader = behind;
        else
        {
            _texts += size;
            fields.Add(name, JsonElement.ParseValue(ref reader));
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
