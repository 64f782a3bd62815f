using System.Net;
using System.Net.Sockets;
using System.Text;
using AlertWorker.Alerts;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertWorker.Channels;

/// <summary>Mails that come back, out of a real IMAP conversation.</summary>
public sealed class BounceTests : IDisposable
{
    private const string Gone = "mailto:gone@desk.example";

    private readonly RigOptions _options = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _options.Dispose();

    [Fact]
    public async Task A_mail_that_came_back_retires_its_address_and_the_subscriber_is_told_by_another()
    {
        await using var rig = await Open();
        rig.Configured.Add(
            new Subscriber
            {
                Id = "acme",
                To = [Gone, "telegram:5"],
                Crossings = ["*"],
            }
        );
        var delivery = Rig.Delivery(SomeAlert.Closed, Gone);
        await rig.Tell(SomeAlert.Closed, Gone);
        await using var mailbox = new Mailbox(Bounce(delivery.Id, "gone@desk.example", "5.1.1"));

        await Look(rig, mailbox);

        Assert.Equal([Gone], await rig.RetiredAddresses());
        var told = Assert.Single(await rig.Deliveries.InState("waiting", 10, Cancel));
        Assert.Equal("telegram:5", told.Delivery.Address);
        Assert.StartsWith(
            "gone@desk.example no longer accepts messages: 550 5.1.1 no such user.",
            told.Note!.Body,
            StringComparison.Ordinal
        );
        Assert.Equal(["1"], mailbox.Seen);
    }

    [Theory]
    [InlineData("none-of-ours", "gone@desk.example", "5.1.1")]
    [InlineData(null, "somebody@else.example", "5.1.1")]
    [InlineData(null, "gone@desk.example", "5.2.2")] // a full mailbox is emptied some day
    [InlineData(null, "gone@desk.example", "4.4.1")]
    public async Task A_forged_or_passing_report_retires_nobody(string? id, string recipient, string status)
    {
        await using var rig = await Open();
        await rig.Tell(SomeAlert.Closed, Gone);
        var bounce = Bounce(id ?? Rig.Delivery(SomeAlert.Closed, Gone).Id, recipient, status);
        await using var mailbox = new Mailbox(bounce, "Subject: hello\r\n\r\nno report at all\r\n");

        await Look(rig, mailbox);

        Assert.Empty(await rig.RetiredAddresses());
        Assert.Equal(["1", "2"], mailbox.Seen);
    }

    private Task<Rig> Open() => Rig.Open(_options);

    private static async Task Look(Rig rig, Mailbox mailbox)
    {
        var time = TimeProvider.System;
        var people = new SubscriberDirectory(() => rig.Configured, rig.Subscribers);
        var world = new MessageWorld(
            new Dictionary<string, Crossings.Crossing>(StringComparer.Ordinal),
            SomeAlert.Catalogs,
            null
        );
        var bounces = new Bounces(
            rig.Deliveries,
            rig.Addresses,
            new RetiredNotice(people, rig.Addresses, () => world),
            rig.Signal,
            time
        );
        var options = new BounceOptions
        {
            Host = "127.0.0.1",
            Port = mailbox.Port,
            Security = "none",
            UserName = "alerts",
            Password = "secret",
        };
        using var job = new BounceJob(
            () => new EmailOptions { Bounces = options },
            bounces,
            new LeaseStore(rig.Database, time),
            time,
            NullLogger<BounceJob>.Instance
        );
        await job.Look(options, Cancel);
    }

    private static string Bounce(string id, string recipient, string status) =>
        $"""
            From: MAILER-DAEMON@mx.example
            To: alerts@localhost
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            It could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; {recipient}
            Action: failed
            Status: {status}
            Diagnostic-Code: smtp; 550 5.1.1 no such user

            --b
            Content-Type: text/rfc822-headers

            From: AlertWorker <alerts@localhost>
            Message-ID: <{id}@localhost>
            Subject: CLOSED

            --b--

            """.ReplaceLineEndings("\r\n");

    /// <summary>A mailbox of a few mails, spoken to in as much IMAP (RFC 3501) as is needed.</summary>
    private sealed class Mailbox : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string[] _mails;
        private readonly Task _serving;

        public Mailbox(params string[] mails)
        {
            _mails = mails;
            _listener.Start();
            _serving = Serve();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        /// <summary>Ids of the mails that were marked as seen.</summary>
        public List<string> Seen { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await _serving;
            _listener.Dispose();
        }

        private async Task Serve()
        {
            using var client = await _listener.AcceptTcpClientAsync(Cancel);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say(stream, "* OK ready");
            while (await reader.ReadLineAsync(Cancel) is { } line)
            {
                var (tag, command) = (line.Split(' ', 2)[0], line.Split(' ', 2)[1]);
                foreach (var answer in Answer(command))
                    await Say(stream, answer);
                await Say(
                    stream,
                    $"{tag} OK {(command.StartsWith("SELECT", StringComparison.Ordinal) ? "[READ-WRITE] " : "")}done"
                );
                if (command == "LOGOUT")
                    return;
            }
        }

        private IEnumerable<string> Answer(string command)
        {
            var words = command.Split(' ');
            switch (words)
            {
                case ["CAPABILITY"]:
                    return ["* CAPABILITY IMAP4rev1"];
                case ["LIST", ..]:
                    return ["* LIST () \"/\" INBOX"];
                case ["SELECT", ..]:
                    return [$"* {_mails.Length} EXISTS", "* FLAGS (\\Seen)", "* OK [UIDVALIDITY 1] ok"];
                case ["UID", "SEARCH", ..]:
                    return [$"* SEARCH {string.Join(' ', Enumerable.Range(1, _mails.Length))}"];
                case ["UID", "FETCH", var id, ..]:
                    var mail = _mails[int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) - 1];
                    return [$"* {id} FETCH (UID {id} BODY[] {{{mail.Length}}}\r\n{mail})"];
                case ["UID", "STORE", var id, ..]:
                    Seen.Add(id);
                    return [];
                case ["LOGOUT"]:
                    return ["* BYE"];
                default:
                    return [];
            }
        }

        private static async Task Say(NetworkStream stream, string line) =>
            await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), Cancel);
    }
}
