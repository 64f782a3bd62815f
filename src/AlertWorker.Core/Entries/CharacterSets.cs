using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace AlertWorker.Entries;

/// <summary>
/// Finds out in which character set a body is written: byte order mark, bytes that allow one reading only, the HTTP header
/// (RFC 7303 §3), the document's own declaration (XML 1.0 §4.3.3 and appendix F, HTML's meta), and when these are missing or
/// disproved by the bytes, a guess. One bad byte becomes one U+FFFD and loses nothing else.
/// </summary>
public static class CharacterSets
{
    /// <summary>Where a declaration is looked for, in bytes.</summary>
    private const int Prolog = 1024;

    /// <summary>Up to this many bad bytes a document that calls itself UTF-8 is believed.</summary>
    private const int Forgiven = 3;

    /// <summary>Text in another character set is not valid UTF-8 by chance for so many characters, whatever it is declared as.</summary>
    private const int Telling = 8;

    /// <summary>So many letters beyond ASCII on end are no Latin word.</summary>
    private const int LongestAccents = 4;

    /// <summary>The guesser gets no more than this, in bytes.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>Decodes a body; <paramref name="contentType"/> is the HTTP header's value, if any.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var choice = Choose(body, contentType);
        return new DecodedText(choice.Encoding.GetString(body[choice.Mark..]), choice.Name, choice.Warning);
    }

    /// <summary>The decision alone.</summary>
    internal static CharsetChoice Choose(ReadOnlySpan<byte> body, string? contentType)
    {
        if (ByteOrder.Find(body) is { } unicode)
            return new(unicode.Encoding, unicode.Mark, unicode.Encoding.WebName, Warning: null);
        var header = CharsetLabels.InContentType(contentType);
        var declared = CharsetLabels.InDocument(body[..Math.Min(body.Length, Prolog)]);
        var label = CharsetLabels.Resolve(header) is not null ? header : declared ?? header;
        var encoding = CharsetLabels.Resolve(label);
        if (IsAscii(body) && !IsStateful(encoding))
            return new(
                Encoding.Latin1,
                0,
                encoding is null ? "utf-8" : Name(label!, encoding),
                Unknown(label, encoding)
            );
        if (Utf8.IsValid(body) && (IsUtf8OrLatin(encoding) || Utf8Runs(body).Good >= Telling))
            return new(Encoding.UTF8, 0, "utf-8", Contradiction(label, encoding));
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage && !IsLatinByHabit(encoding, body))
            return new(encoding, 0, Name(label!, encoding), Warning: null);
        return ChooseInDoubt(body, label);
    }

    private static CharsetChoice ChooseInDoubt(ReadOnlySpan<byte> body, string? label)
    {
        var (good, bad) = Utf8Runs(body);
        var claimed = label is not null;
        if (good > bad || (claimed && bad <= Forgiven))
            return new(Encoding.UTF8, 0, "utf-8", $"{bad} bytes are not UTF-8");
        var guess = Guess(body);
        if (
            guess.CodePage == CharsetLabels.Windows1252.CodePage
            && CharsetLabels.Resolve(label) is { } said
            && said.CodePage != Encoding.UTF8.CodePage
        )
            return new(said, 0, Name(label!, said), Warning: null);
        return new(guess, 0, guess.WebName, $"character set {Shown(label ?? "not declared")}: read as {guess.WebName}");
    }

    private static Encoding Guess(ReadOnlySpan<byte> body)
    {
        var sample = CharsetLabels.ForeignText(body, Sample);
        var name = CharsetDetector.DetectFromBytes(sample).Detected?.EncodingName;
        // The Ukrainian set has letters where the Russian one has lines for tables.
        return CharsetLabels.Resolve(name is "koi8-r" ? "koi8-u" : name) ?? CharsetLabels.Windows1252;
    }

    /// <summary>Servers call everything Latin that nobody told them of. No Latin word has four accented letters on end, and other scripts have little else.</summary>
    private static bool IsLatinByHabit(Encoding encoding, ReadOnlySpan<byte> body)
    {
        if (encoding.CodePage != CharsetLabels.Windows1252.CodePage)
            return false;
        int inWords = 0,
            alone = 0;
        while (body.IndexOfAnyInRange((byte)0x80, (byte)0xff) is >= 0 and var at)
        {
            body = body[at..];
            var end = body.IndexOfAnyExceptInRange((byte)0x80, (byte)0xff);
            var run = end < 0 ? body.Length : end;
            (inWords, alone) = run >= LongestAccents ? (inWords + run, alone) : (inWords, alone + run);
            body = body[run..];
        }
        return inWords >= LongestAccents * Telling && inWords > alone;
    }

    /// <summary>Whole multi-byte sequences against bytes that belong to none.</summary>
    private static (int Good, int Bad) Utf8Runs(ReadOnlySpan<byte> body)
    {
        int good = 0,
            bad = 0;
        while (body.IndexOfAnyInRange((byte)0x80, (byte)0xff) is >= 0 and var at)
        {
            body = body[at..];
            if (Rune.DecodeFromUtf8(body, out _, out var length) == System.Buffers.OperationStatus.Done)
                good++;
            else
                bad += length;
            body = body[length..];
        }
        return (good, bad);
    }

    private static bool IsAscii(ReadOnlySpan<byte> body) => Ascii.IsValid(body);

    /// <summary>Character sets in which ASCII bytes are not ASCII: ISO 2022 and HZ escapes, EBCDIC.</summary>
    private static bool IsStateful(Encoding? encoding) =>
        encoding is not null
        && (
            encoding.CodePage is (>= 50220 and <= 50229) or 52936
            || encoding.GetByteCount("<") != 1
            || encoding.GetBytes("<")[0] != '<'
        );

    /// <summary>Valid UTF-8 is UTF-8 whatever Latin set is declared: no Latin text looks like that by chance.</summary>
    private static bool IsUtf8OrLatin(Encoding? encoding) =>
        encoding is null || encoding.CodePage is 65001 or 1252 or 20127;

    private static string Name(string label, Encoding encoding) =>
        encoding.CodePage == Encoding.UTF8.CodePage ? "utf-8" : label.ToLowerInvariant();

    private static string? Unknown(string? label, Encoding? encoding) =>
        label is not null && encoding is null ? $"unknown character set {Shown(label)}: read as UTF-8" : null;

    private static string? Contradiction(string? label, Encoding? encoding) =>
        encoding is { CodePage: not 65001 }
            ? $"declared as {Shown(label!)} but written in UTF-8"
            : Unknown(label, encoding);

    private static string Shown(string label) => PlainText.TitleOfText(label.Length > 40 ? label[..40] : label);
}
