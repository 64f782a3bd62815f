using System.Text.Json.Nodes;
using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.Entries;

namespace AlertWorker.Configuration;

/// <summary>What a folder in order gives.</summary>
public sealed class ConfigReadingTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_fine_and_defaults_fill_what_is_left_out()
    {
        using var folder = new TestFolder();
        folder.Write(
            "feeds.json",
            """
            // what we watch
            { "$schema": "schemas/feeds.schema.json", "feeds": [
              { "id": "dawn", "name": "Dawn", "url": "https://www.dawn.com/feeds/home", "publisher": "dawn", "every": "00:00:01", "language": null, "format": null, }, /* the best */
            ], }
            """
        );

        var feed = Assert.Single(folder.Read().Value!.Feeds);

        Assert.Equal(TimeSpan.FromSeconds(1), feed.Every);
        Assert.Equal(
            ("auto", SourceTier.Press, FullText.Auto, "UTC", true),
            (feed.Format, feed.Tier, feed.FullText, feed.TimeZone, feed.Enabled)
        );
        Assert.Equal(new Source("dawn", "Dawn", SourceTier.Press, "dawn", null, "UTC"), feed.ToSource());
    }

    [Fact]
    public void A_subscriber_is_read_with_every_wish()
    {
        using var folder = new TestFolder();
        folder.Write(
            "subscribers.json",
            """
            { "subscribers": [ {
                "id": "acme", "to": ["mailto:ops@acme.example", "telegram:-1001234567890", "https://tms.acme.example/hooks/border", "console:"],
                "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "secretFile": null,
                "crossings": ["torkham"], "corridors": ["karachi-kabul"], "countries": ["PK"],
                "flows": ["cargo", "people"], "kinds": ["closed", "reopened"], "minCertainty": "likely",
                "timeZone": "Asia/Karachi", "quietHours": { "from": "22:00", "to": "06:00", "except": ["closed"] }, "digest": "07:00"
            }, { "id": "least", "to": ["console:"], "crossings": ["*"] } ] }
            """
        );

        var reading = folder.Read();

        Assert.Empty(reading.Faults);
        var (acme, least) = (reading.Value!.Subscribers[0], reading.Value.Subscribers[1]);
        Assert.Equal([FlowMode.Cargo, FlowMode.People], acme.Flows);
        Assert.Equal([AlertKind.Closed, AlertKind.Reopened], acme.Kinds);
        Assert.Equal(Certainty.Likely, acme.MinCertainty);
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 0)), (acme.QuietHours!.From, acme.QuietHours.To));
        Assert.Equal([AlertKind.Closed], acme.QuietHours.Except!);
        Assert.Equal(new TimeOnly(7, 0), acme.Digest);
        Assert.Equal([FlowMode.Cargo], least.Flows);
        Assert.Equal(9, least.Kinds.Count);
        Assert.Equal(
            (Certainty.Possible, "en", "UTC", null),
            (least.MinCertainty, least.Language, least.TimeZone, least.QuietHours)
        );
    }

    [Fact]
    public void Environment_variables_override_every_kind_of_value()
    {
        using var folder = new TestFolder();
        folder.Write(
            "appsettings.json",
            """{ "AlertWorker": { "Email": { "Host": "old" }, "Telegram": { "Operators": [1] } } }"""
        );

        var settings = folder
            .Read(
                ("AlertWorker__Email__Host", "smtp.example.org"),
                ("ALERTWORKER__EMAIL__PORT", "2525"),
                ("AlertWorker__Http__AllowPrivateNetworks", "True"),
                ("AlertWorker__Telegram__BotToken", "123:abc"),
                ("AlertWorker__Telegram__Operators__0", "42"),
                ("AlertWorker__Telegram__Operators__1", "43"),
                ("AlertWorker__Web__PublicUrl", ""),
                ("PATH", "/bin")
            )
            .Value!.Settings;

        Assert.Equal(("smtp.example.org", 2525), (settings.Email.Host, settings.Email.Port));
        Assert.True(settings.Http.AllowPrivateNetworks);
        Assert.Equal("123:abc", settings.Telegram.BotToken);
        Assert.Equal([42L, 43L], settings.Telegram.Operators);
        Assert.Null(settings.Web.PublicUrl);
    }

    [Theory]
    [InlineData(
        "AlertWorker__Telegam__BotToken",
        "x",
        "names no setting, did you mean 'AlertWorker__Telegram__BotToken'?"
    )]
    [InlineData("AlertWorker__Email", "x", "names no setting")]
    [InlineData("AlertWorker__Email__Port", "many", "is text; allowed: a whole number from 1 to 65535 or null")]
    [InlineData("AlertWorker__Email__Security", "ssl", "'ssl' is not known; allowed: starttls, tls, none")]
    public void A_faulty_variable_is_told_by_its_name(string variable, string value, string problem)
    {
        using var folder = new TestFolder();

        var fault = Assert.Single(folder.Faults((variable, value)));

        Assert.StartsWith($"environment: {variable}: {problem}", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_come_from_files()
    {
        using var folder = new TestFolder();
        var token = folder.Write("secrets/token", "123:abc\n");
        folder.Write("secrets/hook", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        folder.Write(
            "appsettings.json",
            """{ "AlertWorker": { "Email": { "UserName": "u", "PasswordFile": "secrets/token" } } }"""
        );
        folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "s", "to": ["console:"], "crossings": ["*"], "secretFile": "secrets/hook" } ] }"""
        );

        var configuration = folder.Read(("AlertWorker__Telegram__BotTokenFile", token)).Value!;

        Assert.Equal("123:abc", configuration.Settings.Telegram.BotToken);
        Assert.Equal("123:abc", configuration.Settings.Email.Password);
        Assert.Equal("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", configuration.Subscribers[0].Secret);
    }

    [Fact]
    public void Settings_do_not_print_their_secrets()
    {
        var settings = new Settings
        {
            Storage = new StorageOptions { ConnectionString = "CANARY" },
            Telegram = new TelegramOptions { BotToken = "CANARY" },
            Email = new EmailOptions { Password = "CANARY" },
        };

        Assert.DoesNotContain("CANARY", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_without_a_public_address_is_warned_of_and_works()
    {
        using var folder = new TestFolder();

        var reading = folder.Read(("AlertWorker__Email__PickupDirectory", "mails"));

        Assert.NotNull(reading.Value);
        Assert.Contains("List-Unsubscribe", Assert.Single(reading.Warnings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_not_translated_is_told_and_English_stands_in()
    {
        using var folder = new TestFolder();
        var urdu = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "messages", "ur.json")))!;
        urdu["texts"]!.AsObject().Remove("word.closed");
        urdu["texts"]!["word.shut"] = "بند";
        folder.Write("messages/ur.json", urdu.ToJsonString());

        var reading = folder.Read();

        Assert.Equal(
            [
                "messages/ur.json: texts.word.closed: is missing; English is used instead",
                "messages/ur.json: texts.word.shut: is not a key that is used",
            ],
            reading.Faults.Select(fault => fault.ToString())
        );
        Assert.Equal("CLOSED", reading.Value!.Messages.For("ur").Plain("word.closed"));
    }
}
