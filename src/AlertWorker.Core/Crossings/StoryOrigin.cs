using System.Buffers;
using System.Text;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>Whose story it is: the agency or paper a text credits, else its own publisher.</summary>
internal static class StoryOrigin
{
    /// <summary>Agencies and outlets others live on; a credit to one makes two papers one witness.</summary>
    private static readonly string[] Known =
    [
        "AFP",
        "Reuters",
        "Associated Press",
        "APP",
        "ANI",
        "PTI",
        "IANS",
        "Xinhua",
        "TASS",
        "ТАСС",
        "Interfax",
        "Интерфакс",
        "РИА Новости",
        "Anadolu",
        "IRNA",
        "Tasnim",
        "Fars",
        "Pajhwok",
        "Khaama",
        "TOLOnews",
        "Dawn",
        "Geo News",
        "BTA",
        "PAP",
        "BelTA",
        "БЕЛТА",
        "DPA",
        "EFE",
        "WAFA",
        "SANA",
        "Petra",
        "MENA",
        "Bernama",
    ];

    /// <summary>Most texts credit nobody; one look for all Latin names at once is many times faster than one for each.</summary>
    private static readonly SearchValues<string> Latin = SearchValues.Create(
        [.. Known.Where(name => Ascii.IsValid(name))],
        StringComparison.Ordinal
    );

    private static readonly string[] Others = [.. Known.Where(name => !Ascii.IsValid(name))];

    private static readonly string[] Before =
    [
        "told ",
        "according to ",
        "source: ",
        "reported by ",
        "quoting ",
        "via ",
    ];

    private static readonly string[] After = [" reported", " reports", " quoted", " said in a report", " сообщает"];

    private const int Dateline = 120;

    /// <summary>A key that is equal for stories of one origin.</summary>
    public static string Of(Entry entry, Source source)
    {
        var text = entry.Text;
        if (MayCredit(text))
            foreach (var name in Known)
                if (Credits(text, name))
                    return Key(name);
        return DatelineOf(text) ?? Key(source.Publisher.Length > 0 ? source.Publisher : source.Id);
    }

    private static bool MayCredit(string text) =>
        text.AsSpan().ContainsAny(Latin) || Array.Exists(Others, name => text.Contains(name, StringComparison.Ordinal));

    private static bool Credits(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; )
        {
            var end = at + name.Length;
            if (Bracketed(text, at, end) || (Alone(text, at, end) && (Led(text, at) || Followed(text, end))))
                return true;
            at = text.IndexOf(name, end, StringComparison.Ordinal);
        }
        return false;
    }

    private static bool Bracketed(string text, int at, int end) =>
        at > 0 && text[at - 1] == '(' && end < text.Length && text[end] is ')' or '/';

    private static bool Alone(string text, int at, int end) =>
        (at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]));

    private static bool Led(string text, int at)
    {
        var lead = text.AsSpan(0, at);
        foreach (var word in Before)
            if (lead.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool Followed(string text, int end)
    {
        var tail = text.AsSpan(end);
        foreach (var word in After)
            if (tail.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>"TORKHAM, Feb 20 (Frontier Wire) - …" names its agency in the dateline.</summary>
    private static string? DatelineOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Dateline));
        var open = head.IndexOf('(');
        var length = open < 0 ? -1 : head[open..].IndexOf(')');
        if (length < 3 || open + length + 2 >= head.Length)
            return null;
        var after = head[(open + length + 1)..].TrimStart();
        return after.Length > 0 && after[0] is '-' or '–' or '—'
            ? Key(head.Slice(open + 1, length - 1).ToString())
            : null;
    }

    private static string Key(string name)
    {
        Span<char> key = stackalloc char[Math.Min(name.Length, Dateline)];
        var length = 0;
        foreach (var letter in name.AsSpan(0, key.Length))
            if (char.IsLetterOrDigit(letter))
                key[length++] = char.ToLowerInvariant(letter);
        return new string(key[..length]);
    }
}
