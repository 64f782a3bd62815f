namespace AlertWorker.Alerts;

/// <summary>The wording of every language there is a file for; English stands in for what is missing.</summary>
public sealed class MessageCatalogs
{
    private readonly Dictionary<string, MessageCatalog> _byLanguage;

    /// <param name="catalogs">One a language; English among them.</param>
    /// <exception cref="FormatException">There is no English.</exception>
    public MessageCatalogs(IEnumerable<MessageCatalog> catalogs)
    {
        var all = catalogs.ToArray();
        English =
            all.FirstOrDefault(catalog => catalog.Language == "en")
            ?? throw new FormatException("messages/en.json is missing: every other language falls back to it");
        _byLanguage = all.ToDictionary(
            catalog => catalog.Language,
            catalog => catalog == English ? English : catalog.FallingBackTo(English),
            StringComparer.OrdinalIgnoreCase
        );
    }

    public MessageCatalog English { get; }

    /// <summary>All languages, English first.</summary>
    public IReadOnlyList<MessageCatalog> All =>
        [.. _byLanguage.Values.OrderBy(c => c != English).ThenBy(c => c.Language, StringComparer.Ordinal)];

    /// <summary>The language asked for (<c>ur</c>, <c>fa-AF</c>), or English.</summary>
    public MessageCatalog For(string? language) =>
        _byLanguage.GetValueOrDefault((language ?? "en").Split('-', '_')[0]) ?? English;

    /// <summary>What the other languages lack or have too much: language, then a sentence that begins with the key.</summary>
    public IEnumerable<(string Language, string Fault)> Faults =>
        All.Skip(1).SelectMany(catalog => catalog.Faults(English).Select(fault => (catalog.Language, fault)));

    public bool Has(string language) => _byLanguage.ContainsKey(language);
}
