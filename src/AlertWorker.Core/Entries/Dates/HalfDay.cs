namespace AlertWorker.Entries.Dates;

/// <summary>Words that halve the day, in the languages that write them into dates.</summary>
internal static class HalfDay
{
    /// <summary>0 for the morning, 12 for the afternoon, null when the word says neither.</summary>
    public static int? Of(IReadOnlyList<DateWord> words, int index)
    {
        switch (words[index].Text.ToLowerInvariant())
        {
            case "am" or "오전" or "午前" or "上午" or "قبل" or "صباحا" or "صباحاً":
                return 0;
            case "pm" or "오후" or "午後" or "下午" or "بعد" or "مساء" or "مساءً":
                return 12;
            case "a" or "p" when index + 1 < words.Count && words[index + 1].Text is "m" or "M" or "م" or "ظ":
                return words[index].Text is "a" or "A" ? 0 : 12;
            default:
                return null;
        }
    }
}
