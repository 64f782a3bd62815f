using System.Globalization;

namespace AlertWorker.Entries.Dates;

/// <summary>
/// ISO 8601 in the profiles feeds use: W3C-DTF (NOTE-datetime) in full and in part, basic and ordinal forms, two-digit years,
/// a blank for the "T", any fraction, offsets with and without colon.
/// </summary>
internal static class IsoDate
{
    public static LocalDate? Read(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]) || !ReadDay(ref text, out var year, out var month, out var day))
            return null;
        if (year is >= 1300 and < 1500 or > 2060)
            return null; // another calendar
        var date = new LocalDate(year, month, day);
        if (text.IsEmpty)
            return date;
        if (text[0] is 'T' or 't' or ' ' or '_')
            text = text[1..].TrimStart();
        else if (text[0] is not ('Z' or 'z' or '+'))
            return null;
        if (!text.IsEmpty && char.IsAsciiDigit(text[0]))
        {
            if (ClockTime.Read(ref text) is not { } time)
                return null;
            date = date with { Time = time };
        }
        text = text.TrimStart();
        if (text.IsEmpty)
            return date;
        return ZoneNames.ReadOffset(text, out var offset) ? date with { Offset = offset } : null;
    }

    private static bool ReadDay(ref ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 1, 1);
        var digits = Digits(text);
        if (digits == text.Length || digits is 8 or 7)
            return ReadBasic(ref text, digits, ref year, ref month, ref day);
        if (digits is not (2 or 4) || text[digits] != '-')
            return digits == 4 && text[4] is 'T' or 'Z' && ReadBasic(ref text, digits, ref year, ref month, ref day);
        year = Year(text[..digits]);
        text = text[(digits + 1)..];
        return ReadMonthAndDay(ref text, ref year, ref month, ref day);
    }

    private static bool ReadMonthAndDay(ref ReadOnlySpan<char> text, ref int year, ref int month, ref int day)
    {
        if (text is ['W', _, _, '-', >= '1' and <= '7', ..] && Digits(text[1..]) == 2)
            return ReadWeek(ref text, ref year, ref month, ref day);
        var digits = Digits(text);
        if (digits == 3)
            return ReadOrdinal(ref text, year, ref month, ref day);
        if (digits is not (1 or 2))
            return false;
        month = DateNumber.Of(text[..digits]);
        text = text[digits..];
        if (text.IsEmpty || text[0] != '-')
            return true;
        text = text[1..];
        digits = Digits(text);
        if (digits is not (1 or 2))
            return false;
        day = DateNumber.Of(text[..digits]);
        text = text[digits..];
        return true;
    }

    /// <summary>Without separators: YYYY, YYMM, YYYYMM, YYMMDD, YYYYMMDD, YYDDD, YYYYDDD.</summary>
    private static bool ReadBasic(ref ReadOnlySpan<char> text, int digits, ref int year, ref int month, ref int day)
    {
        var number = text[..Math.Min(digits, text.Length)];
        text = text[number.Length..];
        switch (number.Length)
        {
            case 4 when DateNumber.Of(number) is >= 1900 and < 2200 and var plain:
                year = plain;
                return true;
            case 4:
                (year, month) = (Year(number[..2]), DateNumber.Of(number[2..]));
                return true;
            case 5 or 7:
                year = Year(number[..^3]);
                number = number[^3..];
                return ReadOrdinal(ref number, year, ref month, ref day);
            case 6 when DateNumber.Of(number[..4]) is >= 1900 and < 2200 and var full:
                (year, month) = (full, DateNumber.Of(number[4..]));
                return true;
            case 6 or 8:
                (year, month, day) = (Year(number[..^4]), DateNumber.Of(number[^4..^2]), DateNumber.Of(number[^2..]));
                return true;
            default:
                return false;
        }
    }

    private static bool ReadOrdinal(ref ReadOnlySpan<char> text, int year, ref int month, ref int day)
    {
        var number = DateNumber.Of(text[..3]);
        text = text[3..];
        if (year is < 1 or > 9998 || number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;
        var date = new DateOnly(year, 1, 1).AddDays(number - 1);
        (month, day) = (date.Month, date.Day);
        return true;
    }

    /// <summary>YYYY-Www-D.</summary>
    private static bool ReadWeek(ref ReadOnlySpan<char> text, ref int year, ref int month, ref int day)
    {
        var week = DateNumber.Of(text[1..3]);
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;
        var date = ISOWeek.ToDateTime(year, week, (DayOfWeek)((text[4] - '0') % 7));
        (year, month, day) = (date.Year, date.Month, date.Day);
        text = text[5..];
        return true;
    }

    private static int Year(ReadOnlySpan<char> digits) =>
        digits.Length == 2 ? FullYear.Of(DateNumber.Of(digits)) : DateNumber.Of(digits);

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
