using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.House;

namespace AlertWorker.Wordings;

public sealed class CatalogTests
{
    public static TheoryData<string> Languages => [.. SomeAlert.Catalogs.All.Select(catalog => catalog.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_shipped_language_is_whole(string language) =>
        Assert.Empty(
            MessageCatalog
                .Parse(File.ReadAllText(Repository.Path($"config/messages/{language}.json")))
                .Faults(SomeAlert.Catalogs.English)
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_of_the_program_has_a_text(string language)
    {
        var catalog = SomeAlert.Catalogs.For(language);
        Assert.All(Causes.All, cause => Assert.True(catalog.Has($"cause.{cause}"), cause));
        Assert.All(
            Enum.GetValues<Status>(),
            s => Assert.True(catalog.Has($"status.{s.ToString().ToLowerInvariant()}"))
        );
        Assert.All(
            Enum.GetValues<SpeakerKind>(),
            s => Assert.True(catalog.Has($"speaker.{s.ToString().ToLowerInvariant()}"))
        );
        Assert.All(
            Enum.GetValues<Certainty>(),
            s => Assert.True(catalog.Has($"certainty.{s.ToString().ToLowerInvariant()}"))
        );
        foreach (var kind in Enum.GetValues<AlertKind>())
        foreach (var status in Enum.GetValues<Status>())
            Assert.DoesNotContain(
                "word.",
                SomeAlert.In(language, SomeAlert.Closed with { Kind = kind, Status = status }).Subject,
                StringComparison.Ordinal
            );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_quote_stays_in_its_language_word_for_word(string language)
    {
        const string Urdu = "طورخم گزرگاہ ہر قسم کی آمدورفت کے لیے بند کر دی گئی";
        var alert = SomeAlert.Closed with { Quotes = [SomeAlert.Quote with { Text = Urdu }] };

        Assert.Contains(Urdu, SomeAlert.In(language, alert).PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_key_falls_back_to_English_and_is_a_fault()
    {
        var thin = MessageCatalog.Parse(Thin("\"status.open\": \"abierto\""));
        var catalogs = new MessageCatalogs([SomeAlert.Catalogs.English, thin]);

        Assert.Equal("closed", catalogs.For("xx").Plain("status.closed"));
        Assert.Equal("abierto", catalogs.For("xx").Plain("status.open"));
        Assert.Contains(
            "texts.status.closed: is missing; English is used instead",
            thin.Faults(catalogs.English),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void An_unknown_key_and_an_unknown_place_are_faults()
    {
        var faults = MessageCatalog
            .Parse(Thin("\"status.opne\": \"x\", \"headline\": \"{status} {crossingg}\""))
            .Faults(SomeAlert.Catalogs.English);

        Assert.Contains("texts.status.opne: is not a key that is used", faults, StringComparer.Ordinal);
        Assert.Contains("texts.headline: {crossingg} is not a place of this text", faults, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\"headline\": \"{status\"", "texts.headline")]
    [InlineData("\"duration.days\": {\"one\": \"x\"}", "texts.duration.days.other")]
    public void A_broken_text_is_refused_by_its_key(string text, string key) =>
        Assert.Equal(key, Assert.Throws<System.Text.Json.JsonException>(() => MessageCatalog.Parse(Thin(text))).Path);

    [Theory]
    [InlineData("en", 1, "1 day")]
    [InlineData("en", 13, "13 days")]
    [InlineData("fr", 0, "0 jour")]
    [InlineData("ru", 1, "1 день")]
    [InlineData("ru", 3, "3 дня")]
    [InlineData("ru", 11, "11 дней")]
    [InlineData("ru", 21, "21 день")]
    [InlineData("uk", 112, "112 днів")]
    [InlineData("pl", 22, "22 dni")]
    [InlineData("pl", 1, "1 dzień")]
    [InlineData("ar", 2, "يومان")]
    [InlineData("ar", 5, "5 أيام")]
    [InlineData("ar", 13, "13 يومًا")]
    [InlineData("ar", 101, "101 يوم")]
    [InlineData("fa", 13, "۱۳ روز")]
    [InlineData("ps", 2, "۲ ورځې")]
    public void Numbers_take_their_plural_form(string language, int days, string shown) =>
        Assert.Equal(shown, SomeAlert.Catalogs.For(language).Count("duration.days", days));

    private static string Thin(string texts) =>
        $$"""
            { "language": "xx", "name": "X", "direction": "ltr", "plural": "one-other", "digits": "0123456789",
              "months": ["1","2","3","4","5","6","7","8","9","10","11","12"], "texts": { {{texts}} } }
            """;
}
