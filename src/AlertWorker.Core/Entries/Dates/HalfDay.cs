namespace AlertWorker.Entries.Dates;

/// <summary>Words that halve the day, in the languages that write them into dates.</summary>
internal static class HalfDay
{
    /// <summary>0 for the morning, 12 for the afternoon, null when the word says neither.</summary>
    public static int? Of(IReadOnlyList<DateWord> words, int index)
    {
        switch (words[index].Text.TrimStart('日').ToLowerInvariant()) // written without a space after the day
        {
            case "am" when index > 0 && words[index - 1].Kind == DateWordKind.Word: // German: "am 16. Juli"
                return null;
            case "am" or "오전" or "午前" or "上午" or "قبل" or "صباحا" or "صباحاً" or "صبح":
            case "पूर्वाह्न" or "बिहान" or "পূর্বাহ্ণ" or "এএম" or "öö" or "утра" or "πμ" or "sáng":
                return 0;
            case "pm" or "오후" or "午後" or "下午" or "بعد" or "بعدازظهر" or "مساء" or "مساءً" or "شام":
            case "अपराह्न" or "बेलुका" or "অপরাহ্ণ" or "পিএম" or "ös" or "вечера" or "μμ" or "chiều":
                return 12;
            // After a year the second of these means "of the Christian era".
            case "ص" or "م" when index > 0 && words[index - 1].Kind == DateWordKind.Time:
                return words[index].Text == "ص" ? 0 : 12;
            case "a" or "p" or "ق" or "ب" when index + 1 < words.Count && words[index + 1].Text is "m" or "M" or "ظ":
                return words[index].Text is "a" or "A" or "ق" ? 0 : 12;
            default:
                return null;
        }
    }
}
