using System.Globalization;
using System.Text;

namespace AlertWorker.Entries;

/// <summary>Mends JSON as careless programs write it.</summary>
public static class JsonText
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>An escape names half a character (<c>\ud83d</c> alone): the same JSON with U+FFFD for every escaped half without its other half; lengths in UTF-16 units stay.</summary>
    public static string MendSurrogates(string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        var mended = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; )
        {
            var length = Escape(json, i, out var unit);
            if (
                length == EscapeLength
                && char.IsHighSurrogate(unit)
                && Escape(json, i + length, out var low) == EscapeLength
                && char.IsLowSurrogate(low)
            )
                length += EscapeLength;
            else if (length == EscapeLength && char.IsSurrogate(unit))
            {
                mended.Append(@"\ufffd");
                i += length;
                continue;
            }
            mended.Append(json, i, length);
            i += length;
        }
        return mended.ToString();
    }

    /// <summary>Line breaks and other control characters stand in strings as they are, where JSON wants escapes: the same with spaces.</summary>
    public static string MendControls(string json)
    {
        var mended = json.ToCharArray();
        var inString = false;
        for (var i = 0; i < mended.Length; i++)
        {
            if (mended[i] == '"')
                inString = !inString;
            else if (inString && mended[i] == '\\')
                i++;
            else if (mended[i] < ' ')
                mended[i] = ' ';
        }
        return new string(mended);
    }

    /// <summary>Length of what stands at <paramref name="at"/>: an escape of two or six characters, or one character.</summary>
    private static int Escape(string json, int at, out char unit)
    {
        unit = default;
        if (at + 1 >= json.Length || json[at] != '\\')
            return 1;
        if (
            json[at + 1] != 'u'
            || at + EscapeLength > json.Length
            || !ushort.TryParse(
                json.AsSpan(at + 2, 4),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
            return 2;
        unit = (char)code;
        return EscapeLength;
    }
}
