using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

public sealed class BotTests : IAsyncLifetime
{
    private readonly RigOptions _options = new();
    private BotRig _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotRig.Start(_options);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _options.Dispose();
    }

    [Theory]
    [InlineData("Torkham", "Torkham")]
    [InlineData("chamn", "Chaman")]
    [InlineData("طورخم", "Torkham")]
    [InlineData("تورخم", "Torkham")]
    [InlineData("سپین بولدک", "Spin Boldak")]
    [InlineData("Торхам", "Torkham")]
    [InlineData("Верхний Ларс", "Lars")]
    [InlineData("wagah", "Wagah")]
    [InlineData("TORKHAM BORDER", "Torkham")]
    [InlineData("/torkham", "Torkham")]
    [InlineData("is torkham open", "Torkham")]
    [InlineData("طورخم کھلا ہے؟", "Torkham")]
    public async Task Watch_finds_a_crossing_as_typed_and_answers_with_its_name(string typed, string name)
    {
        Assert.Contains(name, await _bot.Ask($"/watch {typed}"), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task An_ambiguous_name_is_asked_back_with_a_button_a_candidate()
    {
        await _bot.Ask("/watch Friendship Bridge");
        var buttons = _bot.Server.Sends.Last().Body["reply_markup"]!["inline_keyboard"]!.AsArray();

        Assert.InRange(buttons.Count, 2, 10);
        Assert.Null(await _bot.Person());
        var label = (string)buttons[1]![0]!["text"]!;
        Assert.Contains(label.Split(" (")[0], await _bot.Press(label), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task A_name_nobody_has_is_said_so()
    {
        Assert.Contains("qqqxyzzy", await _bot.Ask("/watch qqqxyzzy"), StringComparison.Ordinal);
        Assert.Null(await _bot.Person());
    }

    [Fact]
    public async Task Countries_and_everything_can_be_watched_and_taken_out_again()
    {
        foreach (var typed in new[] { "PK", "pakistan", "پاکستان", "पाकिस्तान", "Пакистан", "pakistn" })
            Assert.Contains("Pakistan", await _bot.Ask($"/watch {typed}"), StringComparison.Ordinal);
        await _bot.Ask("/watch all");
        var list = await _bot.Ask("/list");

        Assert.Contains("• Pakistan", list, StringComparison.Ordinal);
        Assert.Contains("• everything", list, StringComparison.Ordinal);
        Assert.Equal(["PK"], (await _bot.Person())!.Countries);

        await _bot.Press("✖ everything");
        Assert.Empty((await _bot.Person())!.Crossings);
        await _bot.Ask("/unwatch Pakistan");
        Assert.Empty((await _bot.Person())!.Countries);
        Assert.Contains("nothing yet", await _bot.Ask("/list"), StringComparison.Ordinal);
        await _bot.Ask("/watch سب");
        Assert.Equal(["*"], (await _bot.Person())!.Crossings);
    }

    [Theory]
    [InlineData("PK-AF", "Chaman")]
    [InlineData("Pakistan and India", "Wagah")]
    [InlineData("polska białoruś", "Terespol")]
    public async Task Two_countries_mean_the_crossings_between_them(string typed, string among)
    {
        Assert.Equal("Which one do you mean?", await _bot.Ask($"/watch {typed}"));
        Assert.Contains(among, await _bot.Press(among), StringComparison.Ordinal);
        Assert.Single((await _bot.Person())!.Crossings);
    }

    [Fact]
    public async Task The_status_of_a_country_is_that_of_its_crossings()
    {
        await _bot.Close("torkham");

        var told = (await _bot.Ask("/status پاکستان", language: "ur")).Split('\n');

        Assert.Equal("پاکستان", told[0]);
        Assert.Contains("Torkham", Assert.Single(told.Skip(1)), StringComparison.Ordinal);
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
    [InlineData("/quiet", "23:00–07:00", "Quiet from 23:00–07:00")]
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
    public async Task A_second_command_a_second_later_is_answered_too()
    {
        _bot.Type("/watch torkham");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _bot.Type("/watch chaman");
        await Rig.Until(() => _bot.Server.Sends.Count() == 2);

        Assert.Equal(2, (await _bot.Person())!.Crossings.Count);
    }

    [Fact]
    public async Task Status_of_something_unknown_never_says_open()
    {
        var answer = await _bot.Ask("/status torkham");

        Assert.StartsWith("NOT KNOWN: Torkham", answer, StringComparison.Ordinal);
        Assert.Contains("No news does not mean open", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_location_lists_the_nearest_crossings()
    {
        _bot.Server.Update(
            _bot.Message(
                111,
                "en",
                "private",
                null,
                new JsonObject
                {
                    ["location"] = new JsonObject { ["latitude"] = 34.1, ["longitude"] = 71.2 },
                }
            )
        );
        await Rig.Until(() => _bot.Server.Texts("111").Count == 1);

        var lines = _bot.Server.Texts("111")[0].Split('\n');
        Assert.Contains("Torkham", lines[1], StringComparison.Ordinal);
        Assert.Equal(6, lines.Length);
    }

    [Fact]
    public async Task Stop_deletes_everything_of_the_chat()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();
        Assert.Contains("deleted", await _bot.Ask("/stop"), StringComparison.Ordinal);

        foreach (var table in new[] { "subscriber", "delivery", "receipt", "thread", "address" })
            Assert.Equal(0, await _bot.Rig.Rows(table));
    }

    [Fact]
    public async Task Mute_and_why_stand_under_an_alert_and_mean_that_alert()
    {
        await _bot.Ask("/watch torkham");
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();

        var why = await _bot.Ask("/why");
        Assert.Contains(SomeAlert.Quote.Text, why, StringComparison.Ordinal);
        Assert.Contains("first-claim", why, StringComparison.Ordinal);
        Assert.Contains("Muted", await _bot.Ask("/mute"), StringComparison.Ordinal);
        Assert.Equal([SomeAlert.Closed.Incident], (await _bot.Person())!.MutedIncidents);
    }

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

    [Fact]
    public async Task A_wrong_alert_becomes_a_case_for_the_operators()
    {
        await _bot.Ask("/wrong Torkham is open since noon");
        await Rig.Until(() => _bot.Server.Texts("777").Count == 1);

        var filed = _bot.Server.Texts("777")[0];
        Assert.Contains("label: missed", filed, StringComparison.Ordinal);
        Assert.Contains("crossing: torkham", filed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_groups_only_administrators_are_heard_and_only_when_we_are_meant()
    {
        _bot.Server.Members[5] = "administrator";
        _bot.Type("/watch torkham", -100_7, type: "supergroup", user: 666);
        _bot.Type("/watch@OtherBot torkham", -100_7, type: "supergroup", user: 5);
        _bot.Type("torkham", -100_7, type: "supergroup", user: 5);
        Assert.Contains(
            "Torkham",
            await _bot.Ask("/watch@AlertWorkerBot torkham", -100_7, type: "supergroup", user: 5),
            StringComparison.Ordinal
        );

        Assert.Single(_bot.Server.Sends);
        Assert.Equal(["torkham"], (await _bot.Person(-100_7))!.Crossings);
    }

    [Fact]
    public async Task Operators_see_feeds_and_dead_letters_and_nobody_else_does()
    {
        Assert.StartsWith("Deliveries: none", await _bot.Ask("/deadletters", 777), StringComparison.Ordinal);
        Assert.StartsWith("Feeds: 0 known", await _bot.Ask("/feeds", 777), StringComparison.Ordinal);
        Assert.DoesNotContain("Deliveries", await _bot.Ask("/deadletters", 666), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operators_word_reaches_who_follows_the_crossing_and_says_that_a_person_wrote_it()
    {
        await _bot.Ask("/watch torkham", 111, "ur");
        await _bot.Ask("/watch chaman", 222);

        Assert.Contains("no crossing", await _bot.Ask("/say nowhere Hello", 777), StringComparison.Ordinal);
        await _bot.Ask("/say torkham The scanner is down until noon", 777);
        await Rig.Until(() => _bot.Server.Texts("111").Count == 2);

        var told = _bot.Server.Texts("111")[1].Split('\n');
        Assert.Equal(SomeAlert.Catalogs.For("ur").Plain("notice.person.title"), told[0]);
        Assert.Equal("The scanner is down until noon", told[^1]);
        Assert.Single(_bot.Server.Texts("222"));
        Assert.DoesNotContain("Addresses", await _bot.Ask("/say all Hello", 666), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_alert_is_corrected_once_for_everybody_who_got_it()
    {
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111", "telegram:222");
        await _bot.Rig.Settled();

        Assert.DoesNotContain("Withdrawn", await _bot.Ask("/correct a1 not so", 666), StringComparison.Ordinal);
        Assert.EndsWith(
            " 2",
            await _bot.Ask("/correct a1 That photograph is from last year", 777),
            StringComparison.Ordinal
        );
        await _bot.Rig.Settled();

        foreach (var chat in new[] { "111", "222" })
        {
            Assert.Equal(2, _bot.Server.Texts(chat).Count);
            Assert.StartsWith("CORRECTION, now open", _bot.Server.Texts(chat)[1], StringComparison.Ordinal);
            Assert.Contains("That photograph is from last year", _bot.Server.Texts(chat)[1], StringComparison.Ordinal);
        }
        Assert.Contains("before", await _bot.Ask("/correct a1 again", 777), StringComparison.Ordinal);
        Assert.Contains("no such", await _bot.Ask("/correct nothing at all", 777), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_is_registered_in_every_language()
    {
        await Rig.Until(() =>
            _bot.Server.Calls.Count(call => call.Method == "setMyCommands") == SomeAlert.Catalogs.All.Count
        );
        Assert.Contains(
            _bot.Server.Calls,
            call => call.Method == "setMyCommands" && (string?)call.Body["language_code"] == "ur"
        );
    }
}
