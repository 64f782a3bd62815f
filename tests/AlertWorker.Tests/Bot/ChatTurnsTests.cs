using Microsoft.Extensions.Time.Testing;

namespace AlertWorker.Bot;

public sealed class ChatTurnsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ChatTurns _turns;
    private readonly List<string> _answered = [];

    public ChatTurnsTests() => _turns = new ChatTurns(_time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_chat_says_is_answered_in_its_order_whatever_another_waits_for()
    {
        var slow = new TaskCompletionSource();
        var first = _turns.Add(1, () => Answer("1a", slow.Task));
        var second = _turns.Add(1, () => Answer("1b"));
        await _turns.Add(2, () => Answer("2a"));

        Assert.True(_turns.IsBusy(1));
        Assert.False(_turns.IsBusy(2));
        slow.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(["2a", "1a", "1b"], _answered);
        Assert.False(_turns.IsBusy(1));
    }

    [Fact]
    public async Task An_answer_that_fails_does_not_keep_the_next_one()
    {
        var first = _turns.Add(1, () => throw new InvalidOperationException());
        await _turns.Add(1, () => Answer("1b"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal(["1b"], _answered);
    }

    [Fact]
    public async Task The_rest_goes_on_when_an_answer_takes_longer_than_usual()
    {
        var slow = new TaskCompletionSource();
        var waiting = _turns.Wait([_turns.Add(1, () => slow.Task)], Cancellation);
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        await waiting;

        Assert.True(_turns.IsBusy(1));
        slow.SetResult();
    }

    [Fact]
    public async Task What_one_chat_has_waiting_is_bounded()
    {
        var slow = new TaskCompletionSource();
        var turns = Enumerable.Range(0, 1000).Select(i => _turns.Add(1, () => Answer($"{i}", slow.Task))).ToList();
        slow.SetResult();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), _answered);
    }

    [Fact]
    public async Task Nothing_more_is_asked_for_while_too_much_waits_in_all()
    {
        var slow = new TaskCompletionSource();
        var turns = Enumerable.Range(0, 500).Select(chat => _turns.Add(chat, () => slow.Task)).ToList();
        var waiting = _turns.Wait(turns, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);

        slow.SetResult();
        await Task.WhenAll(turns);
        while (!waiting.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await waiting;
    }

    private async Task Answer(string what, Task? after = null)
    {
        await (after ?? Task.CompletedTask);
        lock (_answered)
            _answered.Add(what);
    }
}
