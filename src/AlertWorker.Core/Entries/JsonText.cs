using System.Buffers.Text;
using System.Text;

namespace AlertWorker.Entries;

/// <summary>Mends JSON as careless programs write it.</summary>
public static class JsonText
{
    private const int EscapeLength = 6; // \uXXXX

    /// <summary>An escape names half a character (<c>\ud83d</c> alone): the same JSON with U+FFFD for every escaped half without its other half; lengths stay.</summary>
    public static string MendSurrogates(string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            return json;
        var bytes = Encoding.UTF8.GetBytes(json);
        MendSurrogates(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The same where it stands, in UTF-8.</summary>
    internal static void MendSurrogates(Span<byte> json)
    {
        for (var at = 0; json[at..].IndexOf((byte)'\\') is >= 0 and var step; )
        {
            at += step;
            if (Unit(json[at..]) is not { } unit)
                at += Math.Min(2, json.Length - at);
            else if (
                char.IsHighSurrogate(unit)
                && Unit(json[(at + EscapeLength)..]) is { } low
                && char.IsLowSurrogate(low)
            )
                at += 2 * EscapeLength;
            else
            {
                if (char.IsSurrogate(unit))
                    "\\ufffd"u8.CopyTo(json[at..]);
                at += EscapeLength;
            }
        }
    }

    /// <summary>Line breaks and other control characters stand in strings as they are, where JSON wants escapes: spaces take their place.</summary>
    internal static void MendControls(Span<byte> json)
    {
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"')
                inString = !inString;
            else if (inString && json[i] == '\\')
                i++;
            else if (json[i] < ' ')
                json[i] = (byte)' ';
        }
    }

    /// <summary>The unit that an escape of six characters names; null where none stands.</summary>
    private static char? Unit(ReadOnlySpan<byte> json) =>
        json is [(byte)'\\', (byte)'u', ..]
        && json.Length >= EscapeLength
        && Utf8Parser.TryParse(json[2..EscapeLength], out ushort unit, out var used, 'X')
        && used == EscapeLength - 2
            ? (char)unit
            : null;
}
