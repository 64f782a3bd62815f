namespace AlertWorker.Alerts;

/// <summary>How a language writes, apart from its words.</summary>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Name">The language's name in itself.</param>
/// <param name="RightToLeft">Direction of the script.</param>
/// <param name="Plural">How it counts.</param>
/// <param name="Digits">Its ten digits, zero first.</param>
/// <param name="Months">Twelve names, in the case a date needs.</param>
/// <param name="Countries">Names of countries by ISO code; those it does not name are called as English does.</param>
internal sealed record CatalogHeader(
    string Language,
    string Name,
    bool RightToLeft,
    PluralRule Plural,
    string Digits,
    IReadOnlyList<string> Months,
    IReadOnlyDictionary<string, string> Countries
);
