using System.Xml;

namespace AlertWorker.Benchmarks;

/// <summary>The yardstick: nothing but the platform's XML reader and the strings of each item, no dates, links or plain text.</summary>
internal static class BareXmlReader
{
    public static int CountItems(byte[] feed)
    {
        using var reader = XmlReader.Create(
            new MemoryStream(feed),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore }
        );
        var items = 0;
        var length = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName is "item" or "entry")
                items++;
            else if (
                reader.LocalName
                is "title"
                    or "link"
                    or "guid"
                    or "id"
                    or "pubDate"
                    or "published"
                    or "updated"
                    or "description"
                    or "summary"
                    or "encoded"
                    or "content"
            )
                length += Text(reader).Length;
        }
        return length > 0 ? items : 0;
    }

    private static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return reader.GetAttribute("href") ?? "";
        using var inner = reader.ReadSubtree();
        var text = "";
        while (inner.Read())
            if (
                inner.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
            )
                text = text.Length == 0 ? inner.Value : text + inner.Value;
        return text;
    }
}
