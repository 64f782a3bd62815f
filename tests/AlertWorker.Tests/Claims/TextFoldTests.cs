namespace AlertWorker.Claims;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Þingvellir  Čierna", "þingvellir cierna")]
    [InlineData("Oʻzbekiston", "o zbekiston")] // U+02BB
    [InlineData("O'zbekiston", "o zbekiston")]
    [InlineData("пам'ять", "память")]
    [InlineData("İpsala ve Kapıkule", "ipsala ve kapikule")]
    [InlineData("طورخـم", "طورخم")]
    [InlineData("اسلام\u200Cقلعه", "اسلام قلعه")]
    [InlineData("\u202Bچمن\u202C", "چمن")]
    [InlineData("۱۴ जुलाई", "14 जुलाई")]
    [InlineData("Spin-Boldak – Wesh", "spin boldak - wesh")]
    [InlineData("ﬁnance № 2", "finance no 2")]
    [InlineData("\uE001\uE000x\uE003", "x")] // private use
    [InlineData("𝐓orkham", "torkham")]
    public void Different_writings_become_one(string text, string folded) => Assert.Equal(folded, TextFold.Text(text));

    [Theory]
    [InlineData("The … ﷺ gate, ½ open")]
    [InlineData("  \n\n spaces   and\tlines \n")]
    [InlineData("ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ")]
    [InlineData("😀 𝐓𝐓𝐓")]
    [InlineData("")]
    public void Every_folded_character_knows_where_it_came_from(string text)
    {
        var folded = TextFold.Fold(text);

        var before = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            Assert.InRange(folded.OriginOf(i), before, text.Length - 1);
            before = folded.OriginOf(i);
        }

        Assert.Equal(text.Length, folded.OriginOf(folded.Length));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_space() => Assert.Equal("a b", TextFold.Text("a\uD800b"));
}
