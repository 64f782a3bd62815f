namespace AlertWorker.Entries.Dates;

/// <summary>RFC 5322 §3.3 as most feeds write it – "Fri, 16 Jul 2021 08:00:00 +0500" – without a detour. Anything else is left to <see cref="WrittenDate"/>.</summary>
internal static class Rfc822Date
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    public static LocalDate? Read(ReadOnlySpan<char> text)
    {
        var comma = text[..Math.Min(text.Length, 10)].IndexOf(',');
        text = text[(comma + 1)..].TrimStart();
        if (
            !Take(ref text, 1, 2, out var day)
            || !TakeMonth(ref text, out var month)
            || !Take(ref text, 4, 4, out var year)
        )
            return null;
        if (
            text.Length < 5
            || text[2] != ':'
            || ClockTime.Read(ref text) is not { } time
            || text.IsEmpty
            || text[0] != ' '
        )
            return null;
        text = text.TrimStart();
        var date = new LocalDate(year, month, day, time);
        if (text is "GMT" or "UTC" or "Z" or "+0000")
            return date with { Offset = 0 };
        return text is ['+' or '-', _, _, _, _] && ZoneNames.ReadSigned(text, out var offset)
            ? date with
            {
                Offset = offset,
            }
            : null;
    }

    private static bool Take(ref ReadOnlySpan<char> text, int shortest, int longest, out int value)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        value = 0;
        if (end < shortest || end > longest || text[end] != ' ')
            return false;
        value = DateNumber.Of(text[..end]);
        text = text[(end + 1)..];
        return true;
    }

    private static bool TakeMonth(ref ReadOnlySpan<char> text, out int month)
    {
        month = 0;
        if (text.Length < 4 || text[3] != ' ')
            return false;
        var at = Months.AsSpan().IndexOf(text[..3], StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at % 3 != 0)
            return false;
        month = (at / 3) + 1;
        text = text[4..];
        return true;
    }
}
