using System.Globalization;
using System.Text;
using AlertWorker.Alerts;

namespace AlertWorker.Bot;

/// <summary>Times of day as people type them, in any script's digits, and as they are shown to them.</summary>
internal static class Clock
{
    /// <summary>Reads <c>7</c>, <c>07:30</c>, <c>22.30</c>, <c>۲۲:۰۰</c>; null for anything else.</summary>
    public static TimeOnly? Parse(string text)
    {
        var ascii = string.Concat(
            text.Trim()
                .EnumerateRunes()
                .Select(rune =>
                    Rune.IsDigit(rune)
                        ? Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture)
                        : rune.ToString()
                )
        );
        return TimeOnly.TryParseExact(
            ascii,
            ["H:mm", "HH:mm", "%H", "H.mm", "HH.mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
    }

    /// <summary>Reads two times with a dash or a blank between them; null for anything else, and for two times that are the same.</summary>
    public static (TimeOnly From, TimeOnly To)? ParseSpan(string text) =>
        text.Split(['-', '–', '—', ' '], StringSplitOptions.RemoveEmptyEntries) is [var from, var to]
        && Parse(from) is { } start
        && Parse(to) is { } end
        && start != end
            ? (start, end)
            : null;

    /// <summary>In the reader's digits, in its order within a right-to-left line.</summary>
    public static string Show(TimeOnly time, MessageCatalog catalog) => Together(Digits(time, catalog), catalog);

    public static string Show(QuietHours quiet, MessageCatalog catalog) =>
        Together($"{Digits(quiet.From, catalog)}–{Digits(quiet.To, catalog)}", catalog);

    private static string Digits(TimeOnly time, MessageCatalog catalog) =>
        catalog.Digits(time.ToString("HH:mm", CultureInfo.InvariantCulture));

    private static string Together(string text, MessageCatalog catalog) =>
        catalog.RightToLeft ? $"\u2066{text}\u2069" : text;
}
