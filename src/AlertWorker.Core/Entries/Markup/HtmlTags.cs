using System.Collections.Frozen;

namespace AlertWorker.Entries.Markup;

/// <summary>What HTML elements mean for a reader who sees text only (WHATWG HTML §15.3, "display").</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form "
            + "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul"
    );

    private static readonly FrozenSet<string> Spaced = Set("td th option img button input select video audio iframe");

    // Their content is code, not text.
    private static readonly FrozenSet<string> Silent = Set("script style applet");

    private static readonly FrozenSet<string> Active = Set(
        "script iframe object embed meta base form style applet link frame frameset"
    );

    private static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym b big code em font i img ins kbd mark q s small span strike strong sub sup tt u var"
    );

    public static bool IsBlock(ReadOnlySpan<char> name) => Has(Blocks, name);

    public static bool IsSpaced(ReadOnlySpan<char> name) => Has(Spaced, name);

    public static bool IsSilent(ReadOnlySpan<char> name) => Has(Silent, name);

    public static bool IsActive(ReadOnlySpan<char> name) => Has(Active, name);

    public static bool IsHtml(ReadOnlySpan<char> name) => IsBlock(name) || Has(Inline, name) || IsSpaced(name);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> name) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
