using System.Text;

namespace AlertWorker.Entries;

public sealed class CharacterSetTests
{
    private const string Arabic = "أغلق معبر رفح أمام حركة الشاحنات";
    private const string Russian = "Граница закрыта для грузовых машин";
    private const string Chinese = "边境口岸关闭货车停运";

    private static readonly FeedHints Hints = new() { Now = DateTimeOffset.UnixEpoch };

    [Theory]
    [InlineData("windows-1256", Arabic)]
    [InlineData("iso-8859-6", Arabic)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("x-mac-cyrillic", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", "邊境口岸關閉")]
    [InlineData("euc-kr", "국경이 폐쇄되었다")]
    [InlineData("shift_jis", "国境は閉鎖された")]
    [InlineData("euc-jp", "国境は閉鎖された")]
    [InlineData("iso-2022-jp", "国境は閉鎖された")]
    [InlineData("windows-874", "ด่านปิดแล้ว")]
    [InlineData("IBM037", "Gate closed")]
    [InlineData("utf-8", Arabic)]
    public void The_declaration_is_obeyed(string name, string title)
    {
        var document = FeedReader.Read(Known(name).GetBytes(Feed(title, name)), Hints);

        Assert.Equal(title, Assert.Single(document.Entries).Title);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("windows-1256", Arabic)]
    public void The_header_stands_in_for_a_missing_declaration(string name, string title)
    {
        var document = FeedReader.Read(
            Known(name).GetBytes(Feed(title, null)),
            Hints with
            {
                ContentType = $"text/xml; charset=\"{name}\"",
            }
        );

        Assert.Equal(title, Assert.Single(document.Entries).Title);
    }

    [Theory]
    [InlineData("windows-1251", null, Russian)]
    [InlineData("windows-1256", "utf-8", Arabic)]
    [InlineData("gb18030", null, Chinese)]
    [InlineData("windows-1251", "iso-8859-1", Russian + " " + Russian)]
    [InlineData("windows-1256", "iso-8859-1", Arabic + " " + Arabic)]
    [InlineData("koi8-u", null, "Кордон закрито: ґанок її є, черга вантажівок зросла")]
    public void Bytes_that_disprove_what_is_said_of_them_are_guessed(string name, string? declared, string title)
    {
        var document = FeedReader.Read(Known(name).GetBytes(Feed(title, declared)), Hints);

        Assert.Equal(title, Assert.Single(document.Entries).Title);
        Assert.Contains(document.Warnings, warning => warning.Contains("read as", StringComparison.Ordinal));
    }

    public static TheoryData<string, bool> WideEncodings =>
        new()
        {
            { "utf-16", true },
            { "utf-16", false },
            { "utf-16BE", true },
            { "utf-16BE", false },
            { "utf-32", true },
            { "utf-32", false },
            { "utf-32BE", true },
            { "utf-32BE", false },
        };

    [Theory]
    [MemberData(nameof(WideEncodings))]
    public void Wide_characters_are_seen_with_and_without_a_mark(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = marked ? encoding.GetPreamble() : [];

        var document = FeedReader.Read((byte[])[.. mark, .. encoding.GetBytes(Feed(Arabic, name))], Hints);

        Assert.Equal(Arabic, Assert.Single(document.Entries).Title);
    }

    [Fact]
    public void A_mark_outweighs_a_declaration()
    {
        var document = FeedReader.Read(
            (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Feed(Russian, "windows-1251"))],
            Hints
        );

        Assert.Equal(Russian, Assert.Single(document.Entries).Title);
        Assert.Equal("utf-8", document.Encoding);
    }

    [Fact]
    public void Utf8_that_calls_itself_Latin_is_utf8()
    {
        var document = FeedReader.Read(Encoding.UTF8.GetBytes(Feed("Passeport – fermé", "iso-8859-1")), Hints);

        Assert.Equal("Passeport – fermé", Assert.Single(document.Entries).Title);
    }

    [Fact]
    public void One_bad_byte_loses_nothing_else()
    {
        var body = Encoding.UTF8.GetBytes(Feed("Chaman X closed", "utf-8"));
        body[Array.IndexOf(body, (byte)'X')] = 0xFF;

        Assert.Equal("Chaman \ufffd closed", Assert.Single(FeedReader.Read(body, Hints).Entries).Title);
    }

    [Theory]
    [InlineData("x-klingon")]
    [InlineData("utf-7")]
    public void An_unknown_or_refused_name_is_read_as_utf8(string name)
    {
        var document = FeedReader.Read(Encoding.UTF8.GetBytes(Feed("+ADw-script+AD4- gate", name)), Hints);

        Assert.Equal("+ADw-script+AD4- gate", Assert.Single(document.Entries).Title);
        Assert.Contains(document.Warnings, warning => warning.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Overlong_sequences_do_not_smuggle_markup()
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes(
                Feed("X", "utf-8").Replace("X", "", StringComparison.Ordinal).Split("</title>")[0]
            ),
            0xC0,
            0xBC,
            .. "script"u8,
            0xC0,
            0xBE,
            .. "</title></item></channel></rss>"u8,
        ];

        Assert.All(
            FeedReader.Read(body, Hints).Entries,
            entry => Assert.DoesNotContain("<script>", entry.Title ?? "", StringComparison.Ordinal)
        );
    }

    private static string Feed(string title, string? encoding) =>
        $"<?xml version=\"1.0\"{(encoding is null ? "" : $" encoding=\"{encoding}\"")}?>\n<rss version=\"2.0\"><channel><item><guid>1</guid><title>{title}</title></item></channel></rss>";

    private static Encoding Known(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
