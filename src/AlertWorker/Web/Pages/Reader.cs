using AlertWorker.Alerts;
using Microsoft.AspNetCore.Http;

namespace AlertWorker.Web;

/// <summary>Who reads a page: the language asked for (<c>?lang=</c>) or preferred by the browser, and the zone of times (<c>?tz=</c>).</summary>
internal sealed record Reader(MessageCatalogs Catalogs, MessageCatalog Catalog, DateTimeOffset Now)
{
    private string? Language { get; init; }

    private string? Zone { get; init; }

    public ZoneClock Clock => ZoneClock.For(Zone ?? "UTC", Catalog);

    public string ZoneId => Zone ?? "UTC";

    public static Reader Of(HttpRequest request, MessageCatalogs catalogs, DateTimeOffset now)
    {
        var query = new WebQuery(request);
        var language = query.Text("lang") is { } asked && catalogs.Has(Code(asked)) ? Code(asked) : null;
        var zone =
            query.Text("tz") is { Length: < 64 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? id : null;
        var preferred = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => Code(accepted.Value.ToString()))
            .FirstOrDefault(catalogs.Has);
        return new Reader(catalogs, catalogs.For(language ?? preferred), now) { Language = language, Zone = zone };
    }

    /// <summary>A text of the reader's language, its places filled.</summary>
    public string Word(string key, params (string Place, string Value)[] values) =>
        string.Concat(
            Catalog.Text(key, [.. values.Select(v => (v.Place, new MessageSpan(v.Value)))]).Select(span => span.Text)
        );

    public string Word<T>(string group, T value)
        where T : struct, Enum => Word($"{group}.{value.ToString().ToLowerInvariant()}");

    /// <summary>The countries on the two sides of a border, in the reader's language.</summary>
    public string Border(IReadOnlyList<string> countries) => string.Join(" – ", countries.Select(Catalog.Country));

    /// <summary>An address of ours that keeps what the reader chose.</summary>
    public string Link(string path) => Link(path, Language);

    /// <summary>The same page in another language.</summary>
    public string Link(string path, string? language)
    {
        string[] kept =
        [
            .. language is null ? Array.Empty<string>() : [$"lang={language}"],
            .. Zone is null ? Array.Empty<string>() : [$"tz={Uri.EscapeDataString(Zone)}"],
        ];
        return kept.Length == 0 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}{string.Join('&', kept)}";
    }

    /// <summary>What a form has to carry along.</summary>
    public Markup Kept() =>
        Markup.Of(
            new[] { ("lang", Language), ("tz", Zone) }
                .Where(kept => kept.Item2 is not null)
                .Select(kept => Markup.Of($"<input type=\"hidden\" name=\"{kept.Item1}\" value=\"{kept.Item2}\">"))
        );

    private static string Code(string language) => language.Split('-', '_')[0].ToLowerInvariant();
}
