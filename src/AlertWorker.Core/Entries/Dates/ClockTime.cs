namespace AlertWorker.Entries.Dates;

/// <summary>A time of day: hours and minutes, seconds and fractions where they are given, 24:00 and leap seconds as they come.</summary>
internal static class ClockTime
{
    /// <summary>Reads "15:04", "15:04:05.123", "150405", "9:15", "15.04"; null when the numbers are no time.</summary>
    public static TimeSpan? Read(ref ReadOnlySpan<char> text)
    {
        if (!Number(ref text, out var hour, out var digits))
            return null;
        int minute = 0,
            second = 0;
        if (digits is 4 or 6)
        {
            if (digits == 6)
                (hour, second) = (hour / 100, hour % 100);
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (digits > 2 || !Field(ref text, ref minute) || !Field(ref text, ref second))
            return null;
        SkipFraction(ref text);
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
            return null;
        return new TimeSpan(hour, minute, Math.Min(second, 59));
    }

    /// <summary>":MM"; true as well when nothing is there.</summary>
    private static bool Field(ref ReadOnlySpan<char> text, ref int value)
    {
        if (text.Length < 2 || text[0] is not (':' or '.') || !char.IsAsciiDigit(text[1]))
            return true;
        text = text[1..];
        return Number(ref text, out value, out var digits) && digits <= 2;
    }

    private static void SkipFraction(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',') || !char.IsAsciiDigit(text[1]))
            return;
        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        text = end < 0 ? [] : text[(end + 1)..];
    }

    private static bool Number(ref ReadOnlySpan<char> text, out int value, out int digits)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? text.Length : end;
        value = 0;
        if (digits is 0 or > 6)
            return false;
        value = DateNumber.Of(text[..digits]);
        text = text[digits..];
        return true;
    }
}
