using AlertWorker.Alerts;
using AlertWorker.Storage;
using AlertWorker.Wordings;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

/// <summary>A node that stood still while messages waited to go out, and goes on when another one has them in hand.</summary>
public sealed class FrozenNodeTests : IAsyncLifetime
{
    /// <summary>Longer than any lease.</summary>
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(60);

    private static readonly string[] Readers = ["telegram:1", "telegram:2", "telegram:3", "telegram:4"];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly RigOptions _options = new();
    private TelegramServer _telegram = null!;
    private TestStore _store = null!;
    private Rig _rig = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_telegram, _store) = (await TelegramServer.Start(), await TestStore.Open("postgres"));
        _options.Use(_telegram);
        (_options.Time, _options.Engine) = (_time, _store.Dialect);
        // The first message goes out at once, and whatever else is in hand waits for its turn.
        _options.Limits = new TelegramLimits(Frozen, TimeSpan.Zero, int.MaxValue);
        _rig = await Rig.Start(_options);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _store.DisposeAsync();
        await _telegram.DisposeAsync();
        _options.Dispose();
    }

    [Fact]
    public async Task It_sends_nothing_and_writes_nothing_under_its_old_lease()
    {
        await _rig.Tell(SomeAlert.Closed, Readers);
        await Rig.Until(async () => await _rig.Count("sent") == 1, "the first one is sent");
        _rig.ClockStopsAt = _time.GetUtcNow();
        var taken = await TakeOver();
        Assert.Equal(Readers.Length - 1, taken.Count);

        var stop = _rig.Job.StopAsync(Cancellation);
        while (!stop.IsCompleted)
        {
            _time.Advance(Frozen);
            await Task.Delay(10, Cancellation);
        }

        Assert.Single(_telegram.Sends);
        var holders = await _store.Database.Query<string>(
            "select node from delivery where state = 'waiting'",
            cancellation: Cancellation
        );
        Assert.Equal(["other", "other", "other"], holders);
    }

    [Theory]
    [InlineData("telegram:1")]
    [InlineData("mailto:ops@acme.example")]
    [InlineData("https://127.0.0.1/hook")]
    public async Task No_channel_sends_what_another_node_may_have_in_hand(string address)
    {
        await using var mail = new SmtpListener();
        _options.Use(mail);
        var channel = _rig.Channels.All.Single(c => c.Scheme == DeliveryAddress.Scheme(address));

        var receipt = await channel.Send(SomeMessage.To(address) with { IsOurs = () => false }, Cancellation);

        Assert.Equal(Receipt.NotOurs, receipt);
        Assert.Empty(mail.Mails);
        Assert.Empty(_telegram.Sends);
    }

    /// <summary>The leases of the node end, and another one takes what it had.</summary>
    private async Task<IReadOnlyList<QueuedDelivery>> TakeOver()
    {
        await _store.Pass(new FakeTimeProvider(), Frozen);
        var leases = new LeaseStore(_store.Database, _time);
        Assert.NotNull(await leases.TryHold(TelegramGate.Lease, "other", Frozen, Cancellation));
        return await new DeliveryStore(_store.Database, _time).Take("telegram", "other", 10, Frozen, Cancellation);
    }
}
