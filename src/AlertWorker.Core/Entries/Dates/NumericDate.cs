namespace AlertWorker.Entries.Dates;

/// <summary>Dates in numbers alone: "2021/07/16", "16.07.21", "7/16/2021 3:05 pm", "2021年7月16日", and seconds since 1970.</summary>
internal static class NumericDate
{
    private const long LargestSeconds = 99_999_999_999;

    public static LocalDate? Read(IReadOnlyList<DateWord> words, DateTimeOffset now)
    {
        if (words.Any(word => word.Kind == DateWordKind.Impossible))
            return null;
        var numbers = words.Where(word => word.Kind == DateWordKind.Number).ToList();
        if (numbers is [var only])
            return words.Count == 1 ? FromUnix(only) ?? FromDigits(only) : null;
        if (numbers is not [var first, var second, var third, ..] || second.Digits > 2)
            return null;
        var clock = DayClock.Read(words);
        return InOrder(first, second, third, now) is { } date ? clock.On(date) : null;
    }

    private static LocalDate? InOrder(DateWord first, DateWord second, DateWord third, DateTimeOffset now)
    {
        var (a, b, c) = ((int)first.Number, (int)second.Number, (int)third.Number);
        if (first.Digits == 4 || (first.Digits == 2 && a > 31))
            return third.Digits > 2 ? null : Convert(FullYear.Of(a), b, c, now);
        if (first.Digits > 2 || third.Digits is not (2 or 4))
            return null;
        var year = third.Digits == 2 ? FullYear.Of(c) : c;
        // With slashes the month may come first, as in America; a number above 12 settles it, else custom does.
        var monthFirst = second.Before == '/' && a <= 12;
        return monthFirst ? Convert(year, a, b, now) : Convert(year, b, a, now);
    }

    private static LocalDate? Convert(int year, int month, int day, DateTimeOffset now) =>
        Calendars.Convert(Calendars.OfYear(year, now), year, month, day, now);

    private static LocalDate? FromUnix(DateWord word)
    {
        if (word.Digits is < 9 or > 13)
            return null;
        var seconds = word.Number > LargestSeconds ? word.Number / 1000 : word.Number;
        var date = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return new LocalDate(date.Year, date.Month, date.Day, date.TimeOfDay, Offset: 0);
    }

    /// <summary>yyyyMMddHHmmss.</summary>
    private static LocalDate? FromDigits(DateWord word)
    {
        if (word.Digits != 14)
            return null;
        var (day, clock) = (word.Number / 1_000_000, word.Number % 1_000_000);
        var time = new TimeSpan((int)(clock / 10_000), (int)(clock / 100 % 100), (int)(clock % 100));
        return time < TimeSpan.FromDays(1)
            ? new LocalDate((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100), time)
            : null;
    }
}
