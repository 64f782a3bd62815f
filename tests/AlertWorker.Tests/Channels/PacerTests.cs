using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

public sealed class PacerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Never_more_than_thirty_turns_in_any_second()
    {
        var pacer = new Pacer(TelegramLimits.Official.Spacing, TimeProvider.System);
        var turns = await Task.WhenAll(
            Enumerable
                .Range(0, 70)
                .Select(async _ =>
                {
                    await pacer.Turn(0, Cancel);
                    return TimeProvider.System.GetTimestamp();
                })
        );
        Array.Sort(turns);

        for (var i = 30; i < turns.Length; i++)
            Assert.InRange(TimeProvider.System.GetElapsedTime(turns[i - 30], turns[i]).TotalSeconds, 0.99, 60);
    }

    [Fact]
    public async Task Urgent_ones_go_first()
    {
        var pacer = new Pacer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        var order = new List<int>();
        await pacer.Turn(0, Cancel);
        int[] ranks = [2, 1, 2, 0, 0];
        await Task.WhenAll(ranks.Select(Turn));

        Assert.Equal([0, 0, 1, 2, 2], order);

        async Task Turn(int rank)
        {
            await pacer.Turn(rank, Cancel);
            lock (order)
                order.Add(rank);
        }
    }

    [Fact]
    public async Task A_pause_sends_everybody_away_with_the_time_left()
    {
        var time = new FakeTimeProvider();
        var pacer = new Pacer(TimeSpan.FromMilliseconds(34), time);
        pacer.Pause(TimeSpan.FromSeconds(7));

        Assert.Equal(TimeSpan.FromSeconds(7), await pacer.Turn(0, Cancel));
        time.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.Zero, await pacer.Turn(0, Cancel));
    }

    [Theory]
    [InlineData("42", 60, 60)]
    [InlineData("-42", 60, 20)]
    [InlineData("@channel", 60, 20)]
    public void A_chat_gets_one_a_second_and_a_group_twenty_a_minute(string chat, int seconds, int most)
    {
        var time = new FakeTimeProvider();
        var budget = new ChatBudget(TelegramLimits.Official, time);
        var to = new TelegramAddress(chat, null);
        var taken = 0;
        for (var tenth = 0; tenth < seconds * 10; tenth++)
        {
            if (budget.Take(to) == TimeSpan.Zero)
                taken++;
            time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(taken, most * 9 / 10, most);
    }
}
