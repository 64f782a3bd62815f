namespace AlertWorker.Alerts;

/// <summary>The wording of one language: <c>config/messages/xx.json</c>. Words, plural forms, digits, months and direction are data.</summary>
public sealed class MessageCatalog
{
    private readonly IReadOnlyDictionary<string, MessageTemplate> _texts;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<PluralForm, MessageTemplate>> _plurals;

    internal MessageCatalog(
        CatalogHeader header,
        IReadOnlyDictionary<string, MessageTemplate> texts,
        IReadOnlyDictionary<string, IReadOnlyDictionary<PluralForm, MessageTemplate>> plurals
    )
    {
        Header = header;
        _texts = texts;
        _plurals = plurals;
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Language => Header.Language;

    /// <summary>The language's name in itself.</summary>
    public string Name => Header.Name;

    public bool RightToLeft => Header.RightToLeft;

    /// <summary>Where a text is looked up that this language does not have; null for English itself.</summary>
    public MessageCatalog? Fallback { get; private init; }

    internal CatalogHeader Header { get; }

    /// <summary>Reads a catalog; comments and trailing commas are allowed.</summary>
    /// <exception cref="System.Text.Json.JsonException">Not JSON, or not of the schema's form; its path names the key.</exception>
    public static MessageCatalog Parse(string json) => CatalogReader.Read(json);

    /// <summary>The same catalog, with the other's texts where it has none of its own.</summary>
    public MessageCatalog FallingBackTo(MessageCatalog other) => new(Header, _texts, _plurals) { Fallback = other };

    /// <summary>True when this language itself has the text.</summary>
    public bool Has(string key) => _texts.ContainsKey(key) || _plurals.ContainsKey(key);

    /// <summary>The text with its places filled.</summary>
    public IReadOnlyList<MessageSpan> Text(string key, params (string Place, MessageSpan Value)[] values) =>
        Text(key, SpanStyle.Plain, [.. values.Select(v => (v.Place, (IReadOnlyList<MessageSpan>)[v.Value]))]);

    /// <summary>The text with its places filled by runs of spans.</summary>
    public IReadOnlyList<MessageSpan> Text(
        string key,
        SpanStyle style,
        params (string Place, IReadOnlyList<MessageSpan> Value)[] values
    ) => [.. Template(key).Fill(values.ToDictionary(v => v.Place, v => v.Value, StringComparer.Ordinal), style)];

    /// <summary>A text without places, or with its places left empty.</summary>
    public string Plain(string key) => string.Concat(Text(key).Select(span => span.Text));

    /// <summary>A text that counts: the plural form the number takes, the number in the language's digits at <c>{n}</c>.</summary>
    public string Count(string key, long number)
    {
        if (!_plurals.TryGetValue(key, out var forms))
            return Fallback?.Count(key, number) ?? key;
        var template = forms[Header.Plural.For(number)];
        IReadOnlyList<MessageSpan> n = [new(Number(number))];
        var values = new Dictionary<string, IReadOnlyList<MessageSpan>>(StringComparer.Ordinal) { ["n"] = n };
        return string.Concat(template.Fill(values).Select(span => span.Text));
    }

    /// <summary>The name of a country; in English where the language does not name it, its code where nobody does.</summary>
    /// <param name="code">ISO 3166 alpha-2.</param>
    public string Country(string code) => Header.Countries.GetValueOrDefault(code) ?? Fallback?.Country(code) ?? code;

    /// <summary>A whole number in the language's digits.</summary>
    public string Number(long number) => Digits(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The text with its ASCII digits replaced by the language's.</summary>
    public string Digits(string text) =>
        Header.Digits == "0123456789"
            ? text
            : string.Concat(text.Select(c => char.IsAsciiDigit(c) ? Header.Digits[c - '0'] : c));

    /// <summary>What is missing or strange compared with the reference: one sentence each, beginning with the key.</summary>
    public IReadOnlyList<string> Faults(MessageCatalog reference) =>
        [
            .. reference
                .Keys.Where(key => !Has(key))
                .Select(key => $"texts.{key}: is missing; English is used instead"),
            .. Keys.Where(key => !reference.Has(key)).Select(key => $"texts.{key}: is not a key that is used"),
            .. _texts
                .Where(text => reference._texts.ContainsKey(text.Key))
                .SelectMany(text =>
                    text.Value.Places.Except(reference._texts[text.Key].Places, StringComparer.Ordinal)
                        .Select(place => $"texts.{text.Key}: {{{place}}} is not a place of this text")
                ),
        ];

    private IEnumerable<string> Keys => _texts.Keys.Concat(_plurals.Keys);

    private MessageTemplate Template(string key) =>
        _texts.TryGetValue(key, out var template) ? template : Fallback?.Template(key) ?? MessageTemplate.Parse(key);
}
