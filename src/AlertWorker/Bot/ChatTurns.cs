namespace AlertWorker.Bot;

/// <summary>Answers what one chat says in its order, and chats side by side: one that says more than it may be answered keeps nobody but itself waiting.</summary>
public sealed class ChatTurns(TimeProvider time)
{
    /// <summary>What a chat has waiting at most; the rest is let go.</summary>
    private const int MostOfOne = 30;

    /// <summary>With so much waiting in all, nothing more is asked for.</summary>
    private const int MostInAll = 500;

    /// <summary>As long as an ordinary answer takes, the wait for a chat's next message in it. After that the others go on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, (Task Last, int Count)> _waiting = [];
    private int _inAll;

    /// <summary>Has something answered after all that the chat said before.</summary>
    /// <returns>Completes with the answer.</returns>
    public Task Add(long chat, Func<Task> answer)
    {
        lock (_lock)
        {
            var (last, count) = _waiting.GetValueOrDefault(chat, (Task.CompletedTask, 0));
            if (count >= MostOfOne)
                return Task.CompletedTask;
            var turn = Take(chat, last, answer);
            _waiting[chat] = (turn, count + 1);
            _inAll++;
            return turn;
        }
    }

    /// <summary>True when something the chat said before is still being answered.</summary>
    public bool IsBusy(long chat)
    {
        lock (_lock)
            return _waiting.ContainsKey(chat);
    }

    /// <summary>Waits for answers as long as is usual; what takes longer goes on by itself.</summary>
    /// <exception cref="OperationCanceledException">The worker stops, and so do the answers.</exception>
    public async Task Wait(IEnumerable<Task> answers, CancellationToken stopping)
    {
        var all = Task.WhenAll(answers);
        if (await Task.WhenAny(all, Task.Delay(Patience, time, stopping)) == all)
            await all;
        while (Volatile.Read(ref _inAll) >= MostInAll)
            await Task.Delay(Breath, time, stopping);
        stopping.ThrowIfCancellationRequested();
    }

    private async Task Take(long chat, Task before, Func<Task> answer)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await answer();
        }
        finally
        {
            lock (_lock)
            {
                _inAll--;
                var (last, count) = _waiting[chat];
                if (count == 1)
                    _waiting.Remove(chat);
                else
                    _waiting[chat] = (last, count - 1);
            }
        }
    }
}
