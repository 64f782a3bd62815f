namespace AlertWorker.Channels;

/// <summary>What each chat may still get: one message a second, twenty a minute in a group.</summary>
public sealed class ChatBudget(TelegramLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _sent = new(StringComparer.Ordinal);

    /// <summary>How long the chat has to wait for its next message; zero when it can have one now.</summary>
    public TimeSpan Wait(TelegramAddress to)
    {
        lock (_lock)
            return WaitOf(to, time.GetUtcNow());
    }

    /// <summary>Takes one message out of the chat's budget, when there is one.</summary>
    /// <returns>Zero when taken; else how long to wait.</returns>
    public TimeSpan Take(TelegramAddress to)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var wait = WaitOf(to, now);
            if (wait == TimeSpan.Zero && limits != TelegramLimits.None)
                Note(to.Chat, now);
            return wait;
        }
    }

    private TimeSpan WaitOf(TelegramAddress to, DateTimeOffset now)
    {
        if (!_sent.TryGetValue(to.Chat, out var sent))
            return TimeSpan.Zero;
        while (sent.TryPeek(out var oldest) && now - oldest > Window)
            sent.Dequeue();
        if (sent.Count == 0)
            return TimeSpan.Zero;
        var wait = sent.Last() + limits.ChatSpacing - now;
        if (to.IsGroup && sent.Count >= limits.PerGroupMinute)
            wait = Max(wait, sent.Peek() + Window - now);
        return Max(wait, TimeSpan.Zero);
    }

    private void Note(string chat, DateTimeOffset now)
    {
        if (_sent.Count > 20_000)
            foreach (var (idle, times) in _sent.ToArray())
                if (times.Count == 0 || now - times.Last() > Window)
                    _sent.Remove(idle);
        if (!_sent.TryGetValue(chat, out var sent))
            _sent[chat] = sent = new Queue<DateTimeOffset>();
        sent.Enqueue(now);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
