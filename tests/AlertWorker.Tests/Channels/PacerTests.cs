using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Channels;

public sealed class PacerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_come_one_by_one_and_never_more_than_thirty_in_any_second()
    {
        var spacing = TelegramLimits.Official.Spacing;
        Assert.True(spacing * 30 >= TimeSpan.FromSeconds(1));
        var time = new FakeTimeProvider();
        var pacer = new Pacer(spacing, time);
        var turns = Enumerable.Range(0, 70).Select(_ => pacer.Turn(0, Cancel)).ToArray();
        for (var given = 1; given <= turns.Length; given++)
        {
            await Rig.Until(() => turns.Count(turn => turn.IsCompleted) >= given);
            time.Advance(spacing - TimeSpan.FromMilliseconds(1));
            await Task.Yield();
            Assert.Equal(given, turns.Count(turn => turn.IsCompleted));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task Urgent_ones_go_first()
    {
        var time = new FakeTimeProvider();
        var pacer = new Pacer(TimeSpan.FromMilliseconds(50), time);
        await pacer.Turn(0, Cancel);
        int[] ranks = [2, 1, 2, 0, 0];
        var turns = ranks.Select(rank => pacer.Turn(rank, Cancel)).ToArray();
        var order = new List<int>();
        while (order.Count < ranks.Length)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Rig.Until(() => turns.Count(turn => turn.IsCompleted) > order.Count);
            order.Add(ranks.Where((_, i) => turns[i].IsCompleted).Sum() - order.Sum());
        }

        Assert.Equal([0, 0, 1, 2, 2], order);
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

    [Fact]
    public void A_message_that_was_long_on_its_way_counts_from_its_answer()
    {
        var time = new FakeTimeProvider();
        var budget = new ChatBudget(TelegramLimits.Official, time);
        var to = new TelegramAddress("42", null);
        budget.Take(to);
        time.Advance(TimeSpan.FromSeconds(0.9));
        budget.Answered(to);

        Assert.Equal(TelegramLimits.Official.ChatSpacing, budget.Wait(to));
    }
}
