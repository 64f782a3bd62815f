using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace AlertWorker.Channels;

public sealed class EmailTests : IAsyncLifetime
{
    private const string Ops = "mailto:ops@acme.example";

    private readonly RigOptions _options = new();
    private readonly SmtpListener _server = new();
    private Rig? _rig;

    public ValueTask InitializeAsync()
    {
        _options.Use(_server);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
            await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task An_alert_is_one_mail_with_text_and_html_over_TLS_with_login()
    {
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();

        var mail = Mail(Assert.Single(_server.Mails));
        Assert.StartsWith(
            "CLOSED (reported): Torkham – cargo both ways – 14:05 PKT",
            mail.Subject,
            StringComparison.Ordinal
        );
        Assert.Contains(SomeAlert.Quote.Text, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<blockquote dir=\"auto\">" + SomeAlert.Quote.Text, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("Crossing alerts <alerts.alerts.example>", mail.Headers["List-Id"]);
        Assert.Equal($"{Rig.Delivery(SomeAlert.Closed, Ops).Id}@alerts.example", mail.MessageId);
        Assert.Equal(["ops@acme.example"], mail.To.Mailboxes.Select(to => to.Address));
        Assert.Null(mail.Headers["List-Unsubscribe"]);
        var said = _server.Said.ToList();
        Assert.True(said.IndexOf("(tls)") < said.FindIndex(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_mails_share_one_connection()
    {
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Enumerable.Range(0, 50).Select(i => $"mailto:reader{i}@acme.example"));
        await _rig.Settled();

        Assert.Equal(50, _server.Mails.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(1, _server.Connections);
        Assert.All(_server.Mails, mail => Assert.Equal([mail.To], Mail(mail).To.Mailboxes.Select(to => to.Address)));
    }

    [Fact]
    public async Task Later_mails_of_an_incident_refer_to_the_first()
    {
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2", Kind = AlertKind.Disputed }, Ops);
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a3", Kind = AlertKind.Reopened, Status = Status.Open }, Ops);
        await _rig.Settled();

        var mails = _server.Mails.Select(Mail).ToArray();
        Assert.Null(mails[0].InReplyTo);
        Assert.Equal(mails[0].MessageId, mails[2].InReplyTo);
        Assert.Equal([mails[0].MessageId!, mails[1].MessageId!], mails[2].References);
    }

    [Fact]
    public async Task With_a_public_page_there_is_one_click_unsubscribe_and_evidence()
    {
        _options.PublicUrl = "https://status.example/";
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();
        await _rig.Tell(SomeAlert.Closed with { Id = "a2" }, Ops);
        await _rig.Settled();

        var mails = _server.Mails.Select(Mail).ToArray();
        var link = mails[0].Headers["List-Unsubscribe"];
        Assert.Matches("^<https://status\\.example/unsubscribe/[0-9a-f]{32}>$", link);
        Assert.Equal("List-Unsubscribe=One-Click", mails[0].Headers["List-Unsubscribe-Post"]);
        Assert.Equal(link, mails[1].Headers["List-Unsubscribe"]);
        Assert.Contains("https://status.example/alerts/a1", mails[0].TextBody, StringComparison.Ordinal);
        Assert.Contains(link!.Trim('<', '>'), mails[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_one_recipient_leaves_the_others_and_three_in_a_row_retire_it()
    {
        _server.Recipients["gone@acme.example"] = "550 5.1.1 no such user";
        await Start();
        for (var i = 0; i < 4; i++)
        {
            await _rig!.Tell(
                SomeAlert.Closed with
                {
                    Id = $"a{i}",
                    Incident = $"i{i}",
                },
                "mailto:gone@acme.example",
                Ops
            );
            await _rig.Settled();
        }

        Assert.Equal(4, _server.Mails.Count(mail => mail.To == "ops@acme.example"));
        Assert.Equal(3, _server.Said.Count(line => line.StartsWith("RCPT TO:<gone", StringComparison.Ordinal)));
        Assert.Equal(2, await _rig!.Count("dead"));
        Assert.Equal(["mailto:gone@acme.example"], await _rig.RetiredAddresses());
    }

    [Fact]
    public async Task A_success_between_refusals_starts_the_count_again()
    {
        await Start();
        foreach (var answer in new[] { "550 no", "550 no", "250 ok", "550 no", "550 no" })
        {
            _server.Recipients["ops@acme.example"] = answer;
            await _rig!.Tell(SomeAlert.Closed with { Id = $"a{_server.Said.Count}", Incident = answer }, Ops);
            await _rig.Settled();
        }

        Assert.Empty(await _rig!.RetiredAddresses());
    }

    [Fact]
    public async Task A_passing_refusal_is_tried_again_within_five_seconds()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        _options.Time = time;
        _server.Recipients["ops@acme.example"] = "451 4.7.1 greylisted";
        await Start();
        _rig!.ClockStopsAt = time.GetUtcNow().AddSeconds(1);
        await _rig.Tell(SomeAlert.Closed, Ops);
        await Rig.Until(async () => (await _rig.Answers()).Length == 1);
        Assert.InRange((await _rig.Wait("mailto"))!.Value.TotalSeconds, 1, 5);
        Assert.Empty(_server.Mails);

        _server.Recipients.Clear();
        _rig.ClockStopsAt = null;
        time.Advance(TimeSpan.FromSeconds(5));
        await _rig.Settled();
        Assert.Single(_server.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_lost_after_the_data_is_tried_again_under_the_same_Message_ID(bool arrived)
    {
        await Start();
        _server.DropAfterData(keep: arrived);
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();

        Assert.Equal(arrived ? 2 : 1, _server.Mails.Count);
        Assert.Single(_server.Mails.Select(mail => Mail(mail).MessageId).Distinct());
    }

    [Fact]
    public async Task Without_TLS_where_it_is_required_nothing_is_sent_and_no_password()
    {
        await using var bare = new SmtpListener(offersTls: false);
        _options.Use(bare);
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await Rig.Until(async () => (await _rig.Answers()).Length > 0);

        Assert.Contains("STARTTLS", (await _rig.Answers())[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(bare.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Empty(bare.Mails);
        Assert.Equal(1, await _rig.Count("waiting"));
    }

    [Fact]
    public async Task An_untrusted_certificate_gets_no_password()
    {
        await using var channel = new EmailChannel(() => _options.Email, TimeProvider.System);
        var receipt = await channel.Send(SomeMessage.To(Ops), TestContext.Current.CancellationToken);

        Assert.Contains("not trusted", Assert.IsType<Receipt.Later>(receipt).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_security_none_it_is_sent_in_the_clear()
    {
        await using var bare = new SmtpListener(offersTls: false);
        _options.Use(bare, "none");
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();

        Assert.Single(bare.Mails);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_shown()
    {
        _options.Email = _options.Email with { Password = "CANARY-SMTP-PW" };
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await Rig.Until(async () => (await _rig.Answers()).Length > 0);

        Assert.Contains("refused user name and password", (await _rig.Answers())[0], StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", _rig.Logs + string.Concat(await _rig.Answers()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_mails_go_into_the_pickup_folder_whole()
    {
        var folder = Path.Combine(_options.Folder, "pickup");
        _options.Email = new EmailOptions { PickupDirectory = folder };
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await _rig.Settled();

        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.EndsWith($"{Rig.Delivery(SomeAlert.Closed, Ops).Id}.eml", file, StringComparison.Ordinal);
        using var mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("CLOSED (reported): Torkham", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_way_out_mail_waits_and_says_what_to_set()
    {
        _options.Email = new EmailOptions();
        await Start();
        await _rig!.Tell(SomeAlert.Closed, Ops);
        await Rig.Until(async () => (await _rig.Answers()).Length > 0);

        Assert.Contains("Email:Host", (await _rig.Answers())[0], StringComparison.Ordinal);
        Assert.Equal(1, await _rig.Count("waiting"));
    }

    [Theory]
    [InlineData("CLOSED\r\nBcc: evil@example.org\r\n\r\nbody")]
    [InlineData("CLOSED\nBcc: evil@example.org")]
    [InlineData("CLOSED\u2028Bcc: evil@example.org\u0085X: y\tz")]
    [InlineData("=?utf-8?Q?CLOSED=0D=0ABcc:_evil@example.org?=")]
    public void Nothing_in_a_text_becomes_a_header(string hostile)
    {
        var alert = SomeAlert.Closed with { Quotes = [SomeAlert.Quote with { Text = hostile, Outlet = hostile }] };
        var crossing = SomeAlert.Torkham with { Name = hostile };
        var text = Wording.Compose(
            alert,
            crossing,
            SomeAlert.Catalogs.English,
            "UTC",
            SomeAlert.Now,
            MessageLinks.None
        );
        var mail = MailWriter
            .For(new EmailOptions { From = "a@b.example" })
            .Write(SomeMessage.To(Ops) with { Text = text }, "ops@acme.example", SomeAlert.Now);

        using var source = new MemoryStream();
        mail.WriteTo(source, TestContext.Current.CancellationToken);
        source.Position = 0;
        using var read = MimeMessage.Load(source, TestContext.Current.CancellationToken);

        Assert.Empty(read.Bcc);
        Assert.Single(read.To);
        Assert.DoesNotContain("X", read.Headers.Select(header => header.Field));
        Assert.DoesNotContain("\n", read.Subject, StringComparison.Ordinal);
        Assert.Contains("evil@example.org", read.Subject, StringComparison.Ordinal);
    }

    public static TheoryData<string> HostileAddresses =>
        [
            "victim@acme.example\r\nBcc: a@b.c",
            "\"a\r\nRCPT TO:<x@example.org>\r\nb\"@example.com",
            "a@b@c",
            "@",
            "a@",
            "root@example.com, other@example.com",
            "<script>@example.com",
            "=?utf-8?q?a=40b?=@example.com",
            "",
        ];

    [Theory]
    [MemberData(nameof(HostileAddresses))]
    public async Task An_address_that_is_not_one_plain_address_is_refused(string address)
    {
        await using var channel = new EmailChannel(() => _options.Email, TimeProvider.System);
        var receipt = await channel.Send(SomeMessage.To($"mailto:{address}"), TestContext.Current.CancellationToken);

        Assert.IsType<Receipt.Refused>(receipt);
        Assert.Empty(_server.Said);
    }

    private async Task Start() => _rig = await Rig.Start(_options);

    private static MimeMessage Mail((string To, string Source) mail) =>
        MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Source)));
}
