namespace AlertWorker.Entries.Dates;

/// <summary>Times of day without colons, among the numbers a date leaves over: "08.00", "8h05", "8 PM", "오전 8시 30분", "08时00分".</summary>
internal static class LooseTime
{
    /// <summary>The time that begins behind the date's own numbers; null when nothing there has the look of one.</summary>
    public static TimeSpan? Read(IReadOnlyList<DateWord> words, DateWord lastOfDate)
    {
        for (var i = 0; i < words.Count; i++)
            if (ReferenceEquals(words[i], lastOfDate))
                return FindHour(words, i + 1);
        return null;
    }

    private static TimeSpan? FindHour(IReadOnlyList<DateWord> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (words[i] is not { Kind: DateWordKind.Number, Digits: <= 2, Number: <= 24 } hour)
                continue;
            var next = i + 1 < words.Count ? words[i + 1] : null;
            if (next is { Before: '.' } && Minute(next) is { } dotted)
                return Time(hour, dotted);
            if (next is { Kind: DateWordKind.Word } && IsHourMark(next.Text))
                return Time(hour, i + 2 < words.Count ? Minute(words[i + 2]) ?? 0 : 0);
            if (IsHalf(words, i + 1) || IsHalf(words, i - 1))
                return Time(hour, 0);
        }
        return null;
    }

    private static bool IsHalf(IReadOnlyList<DateWord> words, int index) =>
        index >= 0
        && index < words.Count
        && words[index].Kind == DateWordKind.Word
        && HalfDay.Of(words, index) is not null;

    private static long? Minute(DateWord word) =>
        word is { Kind: DateWordKind.Number, Digits: <= 2, Number: < 60 } ? word.Number : null;

    private static TimeSpan Time(DateWord hour, long minute) => new((int)hour.Number, (int)minute, 0);

    private static bool IsHourMark(string word) =>
        word.ToLowerInvariant() is "h" or "hs" or "hrs" or "uhr" or "時" or "时" or "點" or "点" or "시" or "giờ";
}
