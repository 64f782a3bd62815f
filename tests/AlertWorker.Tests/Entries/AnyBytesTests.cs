using System.Text;
using CsCheck;

namespace AlertWorker.Entries;

/// <summary>Whatever arrives, the reader answers.</summary>
public sealed class AnyBytesTests
{
    private static readonly FeedHints Hints = new()
    {
        Now = new DateTimeOffset(2021, 7, 17, 0, 0, 0, TimeSpan.Zero),
        Select = new HtmlSelectors("li, article, p"),
    };

    private static readonly byte[][] Documents =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "feeds"))
            .Where(file => !file.EndsWith(".expect.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "&",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "\"",
        "'",
        "</item>",
        "<item>",
        "</",
        "<entry",
        "&#x",
        ";",
        "\0",
        "\ud83d",
        "xml:base='//['",
        "<!DOCTYPE x [<!ENTITY a '&a;'>]>",
        "{",
        "[",
        "]",
        "}",
        ",",
        "\\ud800",
        ":",
        "1",
        "9999",
        "\u202e",
        "href='http://['",
    ];

    [Fact]
    public void A_damaged_document_never_throws()
    {
        var damage = Gen.Select(
            Gen.Int[0, Documents.Length - 1],
            Gen.Select(Gen.Double[0, 1], Gen.Int[0, Pieces.Length - 1], Gen.Int[0, 40]).Array[1, 6],
            Gen.Double[0.1, 1],
            Gen.Bool
        );
        damage.Sample(
            (which, cuts, end, asList) =>
            {
                var text = Encoding.UTF8.GetString(Documents[which]);
                foreach (var (at, piece, drop) in cuts)
                {
                    var position = (int)(at * text.Length);
                    text = text[..position] + Pieces[piece] + text[Math.Min(text.Length, position + drop)..];
                }
                Check(
                    FeedReader.Read(
                        Encoding.UTF8.GetBytes(text[..(int)(end * text.Length)]),
                        asList ? Hints with { Format = "html" } : Hints
                    )
                );
            },
            iter: 3000
        );
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Check(FeedReader.Read(bytes, Hints)), iter: 3000);

    private static void Check(FeedDocument document)
    {
        foreach (var entry in document.Entries)
        {
            Assert.NotEmpty(entry.Id);
            Assert.True(entry.Link is null || entry.Link.StartsWith("http", StringComparison.OrdinalIgnoreCase));
            Assert.All(
                new[] { entry.Title, entry.Summary, entry.Content },
                text => Assert.True(text is null || IsSound(text))
            );
        }
    }

    /// <summary>Valid UTF-16 without controls other than the line break.</summary>
    private static bool IsSound(string text) =>
        text == Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text))
        && !text.Any(c => char.IsControl(c) && c != '\n');
}
