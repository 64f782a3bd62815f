using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

public sealed class SettingsTests : IAsyncLifetime
{
    private readonly RigOptions _options = new();
    private BotRig _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotRig.Start(_options);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task Kinds_of_messages_are_chosen_by_buttons_and_one_always_stays()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Ask("/list");
        await _bot.Press("Kinds of messages");
        foreach (
            var kind in new[]
            {
                "closures",
                "restrictions",
                "reopenings",
                "disputed",
                "confirmations",
                "announcements",
                "overdue",
                "corrections",
                "no longer",
            }
        )
            await _bot.Press(kind);

        Assert.Equal([AlertKind.Unknown], (await _bot.Person())!.Kinds);
        Assert.StartsWith("You watch:", await _bot.Press("Back"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "/watch torkham", "Asia/Karachi")]
    [InlineData("en", "/watch Poland", "Europe/Warsaw")]
    [InlineData("en", "/watch all", "UTC")]
    [InlineData("ps", "/watch torkham", "Asia/Kabul")]
    public async Task Who_chose_no_zone_sees_the_clock_of_what_is_watched_first(
        string language,
        string command,
        string zone
    )
    {
        var answer = await _bot.Ask(command, language: language);

        Assert.Equal(zone, (await _bot.Person())!.TimeZone);
        Assert.Equal(
            language == "en" && zone != "UTC",
            answer.Contains($"{zone}. /timezone", StringComparison.Ordinal)
        );
        await _bot.Ask("/watch verkhny lars");
        Assert.Equal(zone, (await _bot.Person())!.TimeZone);
    }

    [Fact]
    public async Task Who_chooses_a_language_first_sees_its_clock()
    {
        await _bot.Ask("/language ps");
        await _bot.Ask("/watch torkham");

        Assert.Equal("Asia/Kabul", (await _bot.Person())!.TimeZone);
    }

    [Theory]
    [InlineData("/quiet", "23:00–07:00", "Quiet 23:00–07:00")]
    [InlineData("/quiet", "off", "No quiet hours")]
    [InlineData("/digest", "07:00", "every day at 07:00")]
    [InlineData("/timezone +5", "Asia/Tashkent", "Asia/Tashkent")]
    [InlineData("/timezone", "Asia/Kabul", "Asia/Kabul")]
    public async Task Settings_can_be_pressed_as_well_as_typed(string command, string button, string answer)
    {
        await _bot.Ask(command);
        Assert.Contains(answer, await _bot.Press(button), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/timezone Pakistan", "Asia/Karachi")]
    [InlineData("/timezone افغانستان", "Asia/Kabul")]
    [InlineData("/language urdu", "اردو")]
    [InlineData("/language دری", "دری")]
    public async Task Zones_and_languages_are_known_by_the_names_people_give_them(string typed, string answer) =>
        Assert.Contains(answer, await _bot.Ask(typed), StringComparison.Ordinal);

    [Fact]
    public async Task Start_offers_languages_and_the_choice_holds()
    {
        await _bot.Ask("/start");
        var answer = await _bot.Press("اردو");

        Assert.Contains("زبان: اردو", answer, StringComparison.Ordinal);
        Assert.Equal("ur", (await _bot.Person())!.Language);
        Assert.Contains("طورخم", await _bot.Ask("/watch torkham"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phones_language_is_spoken_from_the_first_word() =>
        Assert.Contains("اپنی زبان چنیں", await _bot.Ask("/start", language: "ur"), StringComparison.Ordinal);

    [Fact]
    public async Task Settings_are_kept()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Ask("/quiet ۲۲:۰۰-6:00");
        await _bot.Ask("/timezone karachi");
        await _bot.Ask("/digest 07:00");

        var person = (await _bot.Person())!;
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 0)), (person.QuietHours!.From, person.QuietHours.To));
        Assert.Equal("Asia/Karachi", person.TimeZone);
        Assert.Equal(new TimeOnly(7, 0), person.Digest);

        await _bot.Ask("/list");
        Assert.Contains("Quiet hours: 22:00–06:00", await _bot.Press("people"), StringComparison.Ordinal);
        await _bot.Press("confirmed only");
        person = (await _bot.Person())!;
        Assert.Equal([FlowMode.Cargo, FlowMode.People], person.Flows);
        Assert.Equal(Certainty.Observed, person.MinCertainty);
    }
}
