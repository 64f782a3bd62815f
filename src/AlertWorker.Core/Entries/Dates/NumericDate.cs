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
        if (numbers is [var only] && words.Count == 1)
            return FromDigits(only) ?? FromUnix(only);
        if (numbers is [{ Digits: 10 or 13 } seconds, ..] && numbers.Count <= 2 && words[0].Text is "" or "Date")
            return FromUnix(seconds); // with a fraction, or as some JSON writers do: /Date(1626404400000+0000)/
        if (numbers is not [var first, var second, var third, ..] || second.Digits > 2)
            return null;
        return InOrder(first, second, third, now) is { } date ? DayClock.Read(words, third).On(date) : null;
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

    /// <summary>yyyyMMddHHmm, with or without seconds.</summary>
    private static LocalDate? FromDigits(DateWord word)
    {
        if (word.Digits is not (12 or 14))
            return null;
        var number = word.Digits == 12 ? word.Number * 100 : word.Number;
        var (day, clock) = (number / 1_000_000, number % 1_000_000);
        var time = new TimeSpan((int)(clock / 10_000), (int)(clock / 100 % 100), (int)(clock % 100));
        var date = new LocalDate((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100), time);
        return time < TimeSpan.FromDays(1) && date is { Year: >= 1990 and < 2100, Month: >= 1 and <= 12 } ? date : null;
    }
}
