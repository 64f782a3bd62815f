using AlertWorker.Alerts;
using AlertWorker.Bot;
using AlertWorker.Claims;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

/// <summary>What waits while the world goes on: nothing stale is sent without saying so, and nobody hears of what was taken back.</summary>
public sealed class StaleNewsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(SomeAlert.Now);
    private readonly RigOptions _options = new();
    private TelegramServer _server = null!;
    private Rig _rig = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Alert Reopened =>
        SomeAlert.Closed with
        {
            Id = "a2",
            At = SomeAlert.Now.AddHours(2),
            Kind = AlertKind.Reopened,
            Status = Status.Open,
            Before = Status.Closed,
        };

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.Start();
        _options.Use(_server);
        _options.Time = _time;
        _rig = await Rig.Open(_options);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
        _options.Dispose();
    }

    [Theory]
    [InlineData("en", "Sent late. Since then: REOPENED (reported): ")]
    [InlineData("ur", "تاخیر سے بھیجا گیا")]
    public async Task An_alert_that_was_overtaken_says_so_in_its_second_line(string language, string second)
    {
        await Queue(SomeAlert.Closed, language, "telegram:42");
        await Queue(Reopened, language, "telegram:42");
        await _rig.Job.StartAsync(Cancel);
        await _rig.Settled();

        var told = _server.Texts("42");
        Assert.Equal(2, told.Count);
        Assert.StartsWith(second, told[0].Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal("", told[1].Split('\n')[1]);
    }

    [Fact]
    public async Task A_confirmation_overtakes_nothing()
    {
        await Queue(SomeAlert.Closed, "en", "telegram:42");
        await Queue(Reopened with { Kind = AlertKind.Confirmed, Status = Status.Closed }, "en");
        await _rig.Job.StartAsync(Cancel);
        await _rig.Settled();

        Assert.Equal("", Assert.Single(_server.Texts("42")).Split('\n')[1]);
    }

    [Fact]
    public async Task A_withdrawn_alert_is_not_sent_any_more_and_only_who_may_have_got_it_hears_of_the_withdrawal()
    {
        _rig.ClockStopsAt = _time.GetUtcNow().AddSeconds(1); // chat 1 must not be tried again before the withdrawal
        _server.Next("1", Misbehaviour.LostAfter);
        await Queue(SomeAlert.Closed, "en", "telegram:1");
        await _rig.Job.StartAsync(Cancel);
        await Rig.Until(async () => (await _rig.Answers()).Length == 1);
        await Queue(SomeAlert.Closed, "en", "mailto:nobody@acme.example", "telegram:2");
        await Rig.Until(async () => (await _rig.Answers()).Length == 3);

        // Chat 1 has it though the answer was lost, chat 2 has it, and the mail waits for a way out.
        await _rig.Database.Write(
            transaction =>
                _rig.Deliveries.Add(
                    transaction,
                    [Rig.Delivery(SomeAlert.Closed, "telegram:3") with { NotBefore = SomeAlert.Now.AddDays(1) }]
                ),
            Cancel
        );
        var status = new StatusCorrection(new StatusStore(_rig.Database), new BotWorld(() => BotRig.Shipped.Value));
        var told = await new Withdrawal(_rig.Database, _rig.Deliveries, _rig.Signal, status, _time).Of(
            SomeAlert.Closed,
            "it was last year",
            Cancel
        );
        _rig.ClockStopsAt = null;
        _time.Advance(TimeSpan.FromDays(2));
        await Rig.Until(() => _server.Texts("1").Count == 2 && _server.Texts("2").Count == 2);

        Assert.Equal(3, told); // chats 1 and 2, and the mail that was tried
        Assert.All(
            ["1", "2"],
            chat => Assert.StartsWith("CORRECTION", _server.Texts(chat)[1], StringComparison.Ordinal)
        );
        Assert.Empty(_server.Texts("3"));
        Assert.Equal(3, await _rig.Count("withdrawn"));
    }

    [Fact]
    public async Task Who_has_unsubscribed_hears_neither_that_an_address_is_lost_nor_what_is_repeated()
    {
        _rig.Configured.Add(new Subscriber { Id = "acme", To = ["telegram:42", "telegram:77"] });
        await Queue(SomeAlert.Closed, "en", "telegram:42");
        var taken = (await _rig.Deliveries.Take("telegram", "n", 1, TimeSpan.FromSeconds(30), Cancel))[0];
        await _rig.Addresses.Retire("telegram:42", AddressStore.Unsubscribed, Cancel);
        var settlement = await _rig.Parts.Settling.Of(taken, new Receipt.Refused("403 blocked", Retire: true), Cancel);

        Assert.Empty(settlement.Notices);

        await _rig.Deliveries.Settle([settlement with { Outcome = "dead" }], Cancel);
        await _rig.Database.Query<long>("update delivery set state = 'dead' returning 1", cancellation: Cancel);
        Assert.Equal(0, await _rig.Deliveries.Retry(null, Cancel));
        Assert.Equal(["telegram:42"], await _rig.RetiredAddresses());
    }

    [Fact]
    public async Task The_loss_of_an_address_is_told_at_the_first_one_that_is_still_wanted()
    {
        _rig.Configured.Add(new Subscriber { Id = "acme", To = ["telegram:42", "telegram:77", "telegram:88"] });
        await Queue(SomeAlert.Closed, "en", "telegram:42");
        var taken = (await _rig.Deliveries.Take("telegram", "n", 1, TimeSpan.FromSeconds(30), Cancel))[0];
        await _rig.Addresses.Retire("telegram:77", AddressStore.Unsubscribed, Cancel);
        var settlement = await _rig.Parts.Settling.Of(taken, new Receipt.Refused("403 blocked", Retire: true), Cancel);

        Assert.Equal("telegram:88", Assert.Single(settlement.Notices).Delivery.Address);
    }

    private async Task Queue(Alert alert, string language, params string[] addresses)
    {
        await _rig.Database.Write(
            async transaction =>
            {
                await AlertStore.Add(transaction, alert);
                await _rig.Deliveries.Add(
                    transaction,
                    addresses.Select(address =>
                        Rig.Delivery(alert, address) with
                        {
                            Language = language,
                            NotBefore = _time.GetUtcNow(),
                        }
                    )
                );
            },
            Cancel
        );
        _rig.Signal.Wake();
    }
}
