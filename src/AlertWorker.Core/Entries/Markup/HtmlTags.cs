using System.Collections.Frozen;

namespace AlertWorker.Entries.Markup;

/// <summary>What HTML elements mean for a reader who sees text only (WHATWG HTML §15.3, "display").</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTagKind> Kinds = Table(
        (
            HtmlTagKind.Block,
            "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form "
                + "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul"
        ),
        (HtmlTagKind.Spaced, "td th option img button input select video audio iframe"),
        (HtmlTagKind.Silent, "script style applet"),
        (
            HtmlTagKind.Inline,
            "a abbr acronym b big code em font i ins kbd mark q s small span strike strong sub sup tt u var"
        )
    );

    private static readonly FrozenSet<string> Active =
        "script iframe object embed meta base form style applet link frame frameset"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static HtmlTagKind KindOf(ReadOnlySpan<char> name) =>
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kind) ? kind : HtmlTagKind.Other;

    /// <summary>Elements that do something where they are shown.</summary>
    public static bool IsActive(ReadOnlySpan<char> name) =>
        Active.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenDictionary<string, HtmlTagKind> Table(params (HtmlTagKind Kind, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Kind)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);
}
