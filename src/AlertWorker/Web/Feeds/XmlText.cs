using System.Text;
using System.Xml;

namespace AlertWorker.Web;

/// <summary>Text from outside made fit for XML 1.0, which cannot hold every character.</summary>
internal static class XmlText
{
    public static string Of(string text)
    {
        if (IsFit(text))
            return text;
        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                fit.Append(rune);
        return fit.ToString();
    }

    private static bool IsFit(string text)
    {
        foreach (var c in text)
            if (char.IsSurrogate(c) || !XmlConvert.IsXmlChar(c))
                return false;
        return true;
    }
}
