using System.Globalization;

namespace AlertWorker.Entries.Dates;

/// <summary>Cuts a written date into its pieces; digits of any script count as digits.</summary>
internal static class DateWords
{
    private const int MaxWords = 24;

    public static IReadOnlyList<DateWord> Split(ReadOnlySpan<char> original)
    {
        Span<char> buffer = stackalloc char[original.Length];
        for (var i = 0; i < original.Length; i++)
            buffer[i] = CharUnicodeInfo.GetDecimalDigitValue(original[i]) is >= 0 and var digit
                ? (char)('0' + digit)
                : original[i];
        ReadOnlySpan<char> text = buffer;
        var words = new List<DateWord>();
        var before = '\0';
        while (!text.IsEmpty && words.Count < MaxWords)
        {
            var c = text[0];
            if (
                c is '+' or '-' or '\u2212'
                && text.Length > 1
                && char.IsAsciiDigit(text[1])
                && MayBeOffset(words, c, before)
            )
                words.Add(ReadOffset(ref text));
            else if (char.IsAsciiDigit(c))
                words.Add(ReadNumber(ref text) with { Before = before });
            else if (IsLetter(c))
                words.Add(ReadWord(ref text) with { Before = before });
            else
            {
                before = c;
                text = text[1..];
                continue;
            }
            before = '\0';
        }
        return words;
    }

    /// <summary>A minus is an offset only behind a time or a zone's name, and not between the parts of a date.</summary>
    private static bool MayBeOffset(List<DateWord> words, char sign, char before) =>
        words is [.., var last]
        && (
            last.Kind == DateWordKind.Time
            || (last.Kind == DateWordKind.Word && ZoneNames.TryName(last.Text, out _, out _))
            || (words.Exists(word => word.Kind == DateWordKind.Time) && (sign == '+' || before == ' '))
        );

    private static DateWord ReadOffset(ref ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ':'))
            end++;
        var possible = ZoneNames.ReadSigned(text[..end], out var offset);
        text = text[end..];
        return new DateWord(possible ? DateWordKind.Offset : DateWordKind.Impossible, Offset: offset);
    }

    private static DateWord ReadNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text.Length : end;
        if (digits <= 2 && end > 0 && text[end] == ':')
        {
            var time = ClockTime.Read(ref text);
            var broken = time is null || (text.Length > 0 && text[0] == ':');
            return new DateWord(broken ? DateWordKind.Impossible : DateWordKind.Time, Time: time ?? default);
        }
        var number = digits <= 18 ? long.Parse(text[..digits], CultureInfo.InvariantCulture) : 0;
        text = text[digits..];
        return new DateWord(digits <= 18 ? DateWordKind.Number : DateWordKind.Impossible, number, digits);
    }

    private static DateWord ReadWord(ref ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && (IsLetter(text[end]) || IsThaiDot(text, end)))
            end++;
        var word = text[..end].ToString();
        text = text[end..];
        return new DateWord(DateWordKind.Word, Text: word);
    }

    private static bool IsLetter(char c) =>
        char.IsLetter(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Thai abbreviates months with dots between the letters (ก.ค.).</summary>
    private static bool IsThaiDot(ReadOnlySpan<char> text, int at) =>
        text[at] == '.'
        && at + 1 < text.Length
        && text[at - 1] is >= 'ก' and <= '๛'
        && text[at + 1] is >= 'ก' and <= '๛';
}
