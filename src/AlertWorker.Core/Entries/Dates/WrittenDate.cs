namespace AlertWorker.Entries.Dates;

/// <summary>Dates with the month as a word, in any order and with anything around it (RFC 822, asctime, "16 July 2021 at 3:07pm").</summary>
internal static class WrittenDate
{
    public static LocalDate? Read(IReadOnlyList<DateWord> words, DateTimeOffset now)
    {
        if (words.Any(word => word.Kind == DateWordKind.Impossible) || FindMonth(words) is not { } month)
            return null;
        var numbers = words.Where(word => word.Kind == DateWordKind.Number).ToList();
        if (numbers is [var only])
            return only.Digits == 4 && words.All(word => word.Kind != DateWordKind.Time)
                ? Calendars.Convert(month.Calendar, (int)only.Number, month.Number, 1, now)
                : null;
        if (numbers is not [var first, var second, ..])
            return null;
        var yearFirst = first.Digits == 4 || first.Number > 31;
        var (year, day) = yearFirst ? (first, second) : (second, first);
        if (day.Digits > 2 || year.Digits is not (2 or 4))
            return null;
        var full = year.Digits == 2 ? FullYear.Of((int)year.Number, month.Calendar) : (int)year.Number;
        return Calendars.Convert(month.Calendar, full, month.Number, (int)day.Number, now) is { } date
            ? DayClock.Read(words, second).On(date)
            : null;
    }

    /// <summary>The last word that is a month, or two words that are one: names of weekdays, which stand first, may look like one ("mar").</summary>
    private static Month? FindMonth(IReadOnlyList<DateWord> words)
    {
        Month? found = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind != DateWordKind.Word)
                continue;
            if (i + 1 < words.Count && MonthNames.FindPair(words[i].Text, words[i + 1].Text) is { } pair)
                return pair;
            found = MonthNames.Find(words[i].Text) ?? found;
        }
        return found;
    }
}
