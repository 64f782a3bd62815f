using System.Globalization;
using System.Text;

namespace AlertWorker.Bot;

/// <summary>Times of day as people type them, in any script's digits.</summary>
internal static class Clock
{
    /// <summary>Reads <c>7</c>, <c>07:30</c>, <c>۲۲:۰۰</c>; null for anything else.</summary>
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
            ["H:mm", "HH:mm", "%H"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
    }

    public static string Show(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
