namespace AlertWorker.Entries.Dates;

/// <summary>The time of day and the zone among the pieces of a date.</summary>
internal readonly record struct DayClock(TimeSpan? Time, int? Offset, string? ZoneName)
{
    /// <summary>Reads the clock; <paramref name="lastOfDate"/> is the last number that belongs to the day itself.</summary>
    public static DayClock Read(IReadOnlyList<DateWord> words, DateWord lastOfDate)
    {
        TimeSpan? time = null;
        int? offset = null;
        string? zone = null;
        var signed = false;
        int? half = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Kind == DateWordKind.Time)
                time ??= word.Time;
            else if (word.Kind == DateWordKind.Offset && !signed)
                (offset, signed) = (word.Offset, true);
            else if (word.Kind == DateWordKind.Word && HalfDay.Of(words, i) is { } afternoon)
                half = afternoon;
            else if (
                word.Kind == DateWordKind.Word
                && !signed
                && IsZone(word, time)
                && ZoneNames.TryName(word.Text, out var minutes, out var name)
            )
                (offset, zone) = (minutes, name);
        }
        return new DayClock(Shift(time ?? LooseTime.Read(words, lastOfDate), half), offset, zone);
    }

    public LocalDate On(LocalDate date) =>
        date with
        {
            Time = Time ?? TimeSpan.Zero,
            Offset = Offset,
            ZoneName = ZoneName,
        };

    /// <summary>One letter is a zone only behind a time; "T" in front of it is not.</summary>
    private static bool IsZone(DateWord word, TimeSpan? time) =>
        word.Text.Length > 1 || (time is not null && char.IsAsciiLetterUpper(word.Text[0]));

    private static TimeSpan? Shift(TimeSpan? time, int? half) =>
        time is { } hours && half is { } afternoon && hours.TotalHours < 13
            ? hours - TimeSpan.FromHours(hours.Hours == 12 ? 12 : 0) + TimeSpan.FromHours(afternoon)
            : time;
}
