using System.Collections.Frozen;
using System.Globalization;

namespace AlertWorker.Entries.Dates;

/// <summary>
/// Offsets by number and by name: RFC 822 §5.1 with its military letters read as UTC (RFC 5322 §4.3), and the abbreviations
/// newsrooms use. Abbreviations that mean different places are left to the feed's own zone.
/// </summary>
internal static class ZoneNames
{
    private const int LargestOffset = 18 * 60;

    private static readonly FrozenDictionary<string, int> Minutes = Table(
        "UT 0 GMT 0 UTC 0 Z 0 WET 0 ETC 0 ETC/GMT 0 ETC/UTC 0 GMTBST 60 "
            + "EST -300 EDT -240 ET -300 CST -360 CDT -300 CT -360 MST -420 MDT -360 MT -420 PST -480 PDT -420 PT -480 "
            + "AKST -540 AKDT -480 HST -600 HAST -600 HADT -540 AST -240 ADT -180 NST -210 NDT -150 "
            + "BRT -180 BRST -120 ART -180 CLT -240 CLST -180 COT -300 PET -300 VET -240 BOT -240 UYT -180 PYT -240 GYT -240 "
            + "BST 60 WEST 60 CET 60 MET 60 MEZ 60 CEST 120 MEST 120 MESZ 120 EET 120 EEST 180 MSK 180 МСК 180 MSD 240 TRT 180 "
            + "WAT 60 CAT 120 SAST 120 EAT 180 AZT 240 AMT 240 GET 240 GST 240 SAMT 240 IRST 210 IRDT 270 AFT 270 "
            + "PKT 300 PKST 360 UZT 300 TJT 300 TMT 300 YEKT 300 MVT 300 NPT 345 KGT 360 ALMT 360 OMST 360 BDT 360 BTT 360 BIOT 360 "
            + "MMT 390 ICT 420 WIB 420 KRAT 420 NOVT 420 WITA 480 SGT 480 MYT 480 PHT 480 HKT 480 AWST 480 IRKT 480 ULAT 480 "
            + "WIT 540 JST 540 KST 540 YAKT 540 ACST 570 ACDT 630 AEST 600 AEDT 660 VLAT 600 MAGT 660 NZST 720 NZDT 780"
    );

    private static readonly FrozenDictionary<string, int> Ist = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["Asia/Jerusalem"] = 120,
        ["Asia/Tel_Aviv"] = 120,
        ["Israel"] = 120,
        ["Europe/Dublin"] = 60,
        ["Eire"] = 60,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"IST" in the feed's own zone: India unless the feed stands in Israel or Ireland.</summary>
    public static int? Ambiguous(string? name, TimeZoneInfo zone) =>
        name is null ? null
        : Ist.TryGetValue(zone.Id, out var minutes) ? minutes
        : 330;

    /// <summary>Whether this word is a zone; the offset is null when it only names one that the feed must explain.</summary>
    public static bool TryName(ReadOnlySpan<char> word, out int? offset, out string? name)
    {
        (offset, name) = (null, null);
        if (word.Equals("IST", StringComparison.OrdinalIgnoreCase))
            name = "IST";
        else if (Minutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var minutes))
            offset = minutes;
        else if (word.Length == 1 && char.IsAsciiLetter(word[0]) && char.ToUpperInvariant(word[0]) != 'J')
            offset = 0;
        else
            return false;
        return true;
    }

    /// <summary>"Z", "+05:00", "+0500", "+5", "GMT+5", "-0000" (which says nothing); false for anything else.</summary>
    public static bool ReadOffset(ReadOnlySpan<char> text, out int? offset)
    {
        offset = null;
        var sign = text.IndexOfAny('+', '-', '\u2212');
        if (sign < 0)
            return TryName(text.Trim("()"), out offset, out var name) && name is null;
        var head = text[..sign].Trim();
        if (!head.IsEmpty && !TryName(head, out _, out _))
            return false;
        return ReadSigned(text[sign..], out offset);
    }

    /// <summary>A signed offset alone.</summary>
    public static bool ReadSigned(ReadOnlySpan<char> text, out int? offset)
    {
        offset = null;
        var digits = text[1..].Trim();
        var colon = digits.IndexOf(':');
        if (colon >= 0 && digits[(colon + 1)..].IndexOf(':') is >= 0 and var seconds)
            digits = digits[..(colon + 1 + seconds)];
        var hours =
            colon >= 0 ? digits[..colon]
            : digits.Length > 2 ? digits[..^2]
            : digits;
        var rest =
            colon >= 0 ? digits[(colon + 1)..]
            : digits.Length > 2 ? digits[^2..]
            : "0";
        if (!IsNumber(hours, 2) || !IsNumber(rest, 2))
            return false;
        var minutes = (DateNumber.Of(hours) * 60) + DateNumber.Of(rest);
        if (minutes > LargestOffset || DateNumber.Of(rest) > 59)
            return false;
        var negative = text[0] != '+';
        offset =
            minutes == 0 && negative ? null
            : negative ? -minutes
            : minutes;
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> text, int longest) =>
        text.Length > 0 && text.Length <= longest && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static FrozenDictionary<string, int> Table(string pairs)
    {
        var words = pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable
            .Range(0, words.Length / 2)
            .ToFrozenDictionary(
                i => words[2 * i],
                i => int.Parse(words[(2 * i) + 1], CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase
            );
    }
}
