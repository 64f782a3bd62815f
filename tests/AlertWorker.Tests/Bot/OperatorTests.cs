using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Channels;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Wordings;

namespace AlertWorker.Bot;

public sealed class OperatorTests : IAsyncLifetime
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
    public async Task A_wrong_alert_becomes_a_case_for_the_operators()
    {
        await _bot.Ask("/wrong Torkham is open since noon");
        await Rig.Until(() => _bot.Server.Texts("777").Count == 1);

        var filed = _bot.Server.Texts("777")[0];
        Assert.Contains("label: missed", filed, StringComparison.Ordinal);
        Assert.Contains("crossing: torkham", filed, StringComparison.Ordinal);
        Assert.DoesNotContain("111", filed, StringComparison.Ordinal);
        Assert.Contains("Thank you", await _bot.Ask("/wrong nobody knows where"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_alert_is_filed_as_a_labelled_case()
    {
        await _bot.Rig.Tell(SomeAlert.Closed, "telegram:111");
        await _bot.Rig.Settled();

        Assert.Contains("\nCLOSED (reported): Torkham", await _bot.Ask("/wrong"), StringComparison.Ordinal);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(_options.Folder, "cases")));
        var line = JsonNode.Parse(
            Assert.Single(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        )!;
        Assert.Equal("false", (string?)line["label"]);
        Assert.Empty(line["expected"]!.AsArray());
        Assert.Equal("torkham", (string?)line["crossing"]);
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
            // No crossing is in the store: what the alert says it was before is no knowledge.
            Assert.StartsWith("CORRECTION, now not known", _bot.Server.Texts(chat)[1], StringComparison.Ordinal);
            Assert.Contains("That photograph is from last year", _bot.Server.Texts(chat)[1], StringComparison.Ordinal);
        }
        Assert.Contains("before", await _bot.Ask("/correct a1 again", 777), StringComparison.Ordinal);
        Assert.Contains("no such", await _bot.Ask("/correct nothing at all", 777), StringComparison.Ordinal);
    }
}
