using System.Collections.Frozen;
using System.Globalization;

namespace AlertWorker.Entries;

/// <summary>
/// Code pages behind the names of character sets (IANA registry, WHATWG Encoding §4.2, and what libraries write). Names are compared
/// by their letters and digits only. A set that the platform lacks is read with its nearest relative.
/// </summary>
internal static class CharsetAliases
{
    private static readonly FrozenDictionary<string, int> CodePages = Table(
        "ascii usascii ansi 646 iso646us latin1 l1 cp819 ibm819 iso88591 isoir100 csisolatin1 cp1252 xcp1252 ansix341968 ansix341986 iso885914 latin8 l8 = 1252;"
            + "latin2 l2 isoir101 csisolatin2 iso885916 latin10 l10 = 28592; latin3 l3 isoir109 csisolatin3 = 28593;"
            + "latin4 l4 isoir110 csisolatin4 iso885910 latin6 l6 isoir157 csisolatin6 = 28594;"
            + "cyrillic isoir144 csisolatincyrillic = 28595; arabic asmo708 ecma114 isoir127 csisolatinarabic iso88596e iso88596i csiso88596e csiso88596i = 28596;"
            + "greek greek8 elot928 ecma118 isoir126 csisolatingreek = 28597; hebrew isoir138 csisolatinhebrew iso88598e iso88598i csiso88598e csiso88598i logical visual = 28598;"
            + "latin5 l5 isoir148 csisolatin5 = 28599; latin7 l7 = 28603; latin9 l9 latin0 csisolatin9 = 28605;"
            + "koi8r koi8 koi cskoi8r koi8t = 20866; koi8u koi8ru = 21866; cp1125 ruscii cp866u = 866; ptcp154 csptcp154 pt154 cp154 cyrillicasian = 1251; cp856 ibm856 = 862;"
            + "gb2312 gbk gb231280 xgbk cp936 ms936 euccn eucgb2312cn gb18030 gb180302000 csgb2312 chinese csiso58gb231280 isoir58 hzgb = 54936; hzgb2312 hz = 52936;"
            + "euckr ksc5601 ksc56011987 ksc56011989 ksx1001 korean isoir149 cseuckr csksc56011987 cp949 ms949 uhc windows949 = 949; johab cp1361 ms1361 = 1361;"
            + "shiftjis sjis xsjis sjisx0213 shiftjis2004 shiftjisx0213 mskanji cp932 ms932 windows31j csshiftjis cswindows31j = 932; eucjp ujis xeucjp cseucpkdfmtjapanese eucjis2004 eucjisx0213 = 51932;"
            + "iso2022jp csiso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpext = 50220; iso2022kr csiso2022kr = 50225;"
            + "big5 big5hkscs hkscs cnbig5 xxbig5 csbig5 cp950 ms950 big5tw = 950; tis620 tis6200 tis62025291 tis62025330 iso885911 isoir166 cp874 = 874;"
            + "ebcdiccpus ebcdiccpca ebcdiccpwt ebcdiccpnl cp037 cp37 ibm037 ibm039 csibm037 = 37; ebcdiccpbe ebcdiccpch = 500; ebcdiccphe = 20424;"
            + "cp424 ibm424 csibm424 = 20424; cp273 ibm273 csibm273 = 20273; cp875 = 875; cp1006 = 20127;"
            + "macintosh macroman mac csmacintosh xmacroman = 10000; maccyrillic xmaccyrillic = 10007; macgreek xmacgreek = 10006; macturkish xmacturkish = 10081;"
            + "maciceland maciclandic xmacicelandic = 10079; maclatin2 maccenteuro maccentraleurope xmacce = 10029; maccroatian = 10082; macromania macromanian = 10010;"
            + "utf8 utf8ucs4 u8 utf cp65001 unicode11utf8 utf16 utf16le utf16be u16 utf16bigendian utf16littleendian utf32 utf32le utf32be u32 unicode ucs2 ucs4 iso10646ucs2 iso10646ucs4 unicodebigunmarked unicodelittleunmarked = 65001"
    );

    /// <summary>The code page a name stands for; null for a name that is none.</summary>
    public static int? CodePage(string label)
    {
        var key = string.Concat(label.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        if (key.Length == 0 || key.Contains("utf7", StringComparison.Ordinal))
            return null;
        return CodePages.TryGetValue(key, out var page) ? page : Numbered(key);
    }

    /// <summary>"iso8859-5", "cp1026", "csIBM1026", "windows1251", "x-cp1250": the number says which table is meant.</summary>
    private static int? Numbered(string key)
    {
        if (key.StartsWith("iso8859", StringComparison.Ordinal) || key.StartsWith("8859", StringComparison.Ordinal))
            return
                int.TryParse(key.AsSpan(key.IndexOf("8859", StringComparison.Ordinal) + 4), out var part)
                && part is >= 1 and <= 16
                ? CodePages.GetValueOrDefault("iso8859" + part, 28590 + part)
                : null;
        var digits = key.AsSpan(key.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1);
        return digits.Length is >= 2 and <= 5 && IsVendor(key.AsSpan(0, key.Length - digits.Length))
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsVendor(ReadOnlySpan<char> prefix) =>
        prefix
            is ""
                or "cp"
                or "ibm"
                or "csibm"
                or "windows"
                or "cswindows"
                or "win"
                or "xcp"
                or "xwindows"
                or "dos"
                or "ms"
                or "cspc"
                or "ccsid"
                or "xibm"
                or "msansi";

    private static FrozenDictionary<string, int> Table(string rows)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Split(';', StringSplitOptions.TrimEntries))
        {
            var sides = row.Split('=', StringSplitOptions.TrimEntries);
            foreach (var name in sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                pages[name] = int.Parse(sides[1], CultureInfo.InvariantCulture);
        }
        return pages.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
