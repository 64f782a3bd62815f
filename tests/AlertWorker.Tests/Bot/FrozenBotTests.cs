using AlertWorker.Channels;
using AlertWorker.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Bot;

/// <summary>A node that stood still while it answered people, and goes on when another one has the bot.</summary>
public sealed class FrozenBotTests
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_had_not_answered_is_left_to_the_other_one()
    {
        await using var store = await TestStore.Open("postgres");
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var options = new RigOptions
        {
            Engine = store.Dialect,
            Time = time,
            // The first answer goes out at once, and the others wait for their turn.
            Limits = new TelegramLimits(Frozen, TimeSpan.Zero, int.MaxValue),
        };
        var server = await TelegramServer.Start();
        await using (var bot = await BotRig.Start(options, server))
        {
            foreach (var chat in new[] { 1, 2, 3 })
                bot.Type("/help", chat);
            await Rig.Until(() => server.Sends.Any(), "the first one is answered");
            bot.Rig.ClockStopsAt = time.GetUtcNow();
            await store.Pass(new FakeTimeProvider(), Frozen);
            var lease = await new LeaseStore(store.Database, time).TryHold(
                TelegramGate.Lease,
                "other",
                Frozen,
                Cancellation
            );
            Assert.NotNull(lease);
            for (var turn = 0; turn < 5; turn++)
            {
                time.Advance(Frozen);
                await Task.Delay(20, Cancellation);
            }
        }

        Assert.Single(server.Sends);
    }
}
