namespace AlertWorker.Entries.Dates;

/// <summary>Dates with the month as a word, in any order and with anything around it (RFC 822, asctime, "16 July 2021 at 3:07pm").</summary>
internal static class WrittenDate
{
    public static LocalDate? Read(IReadOnlyList<DateWord> words, DateTimeOffset now)
    {
        if (words.Any(word => word.Kind == DateWordKind.Impossible) || FindMonth(words) is not { } month)
            return null;
        var numbers = words.Where(word => word.Kind == DateWordKind.Number).ToList();
        var clock = DayClock.Read(words);
        if (numbers is [var only])
            return only.Digits == 4 && clock.Time is null
                ? Calendars.Convert(month.Calendar, (int)only.Number, month.Number, 1, now)
                : null;
        if (numbers is not [var first, var second, ..] || clock.Impossible)
            return null;
        var yearFirst = first.Digits == 4 || first.Number > 31;
        var (year, day) = yearFirst ? (first, second) : (second, first);
        if (day.Digits > 2 || year.Digits is not (2 or 4))
            return null;
        var full = year.Digits == 2 ? FullYear.Of((int)year.Number) : (int)year.Number;
        return Calendars.Convert(month.Calendar, full, month.Number, (int)day.Number, now) is { } date
            ? clock.On(date)
            : null;
    }

    /// <summary>The last word that is a month: names of weekdays, which stand first, may look like one ("mar").</summary>
    private static Month? FindMonth(IReadOnlyList<DateWord> words)
    {
        Month? found = null;
        foreach (var word in words)
        {
            if (word.Kind == DateWordKind.Word && MonthNames.Find(word.Text) is { } month)
                found = month;
        }
        return found;
    }
}
