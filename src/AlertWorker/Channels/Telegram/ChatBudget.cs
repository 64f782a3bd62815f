namespace AlertWorker.Channels;

/// <summary>What each chat may still get: one message a second, twenty a minute in a group.</summary>
public sealed class ChatBudget(TelegramLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Sent> _sent = new(StringComparer.Ordinal);

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

    /// <summary>To be called when the message is answered: one that was long on its way came to Telegram later than it was taken.</summary>
    public void Answered(TelegramAddress to)
    {
        lock (_lock)
            if (_sent.TryGetValue(to.Chat, out var sent))
                sent.Last = time.GetUtcNow();
    }

    private TimeSpan WaitOf(TelegramAddress to, DateTimeOffset now)
    {
        if (!_sent.TryGetValue(to.Chat, out var sent))
            return TimeSpan.Zero;
        var times = sent.Times;
        while (times.TryPeek(out var oldest) && now - oldest > Window)
            times.Dequeue();
        if (times.Count == 0)
            return TimeSpan.Zero;
        var wait = sent.Last + limits.ChatSpacing - now;
        if (to.IsGroup && times.Count >= limits.PerGroupMinute)
            wait = Max(wait, times.Peek() + Window - now);
        return Max(wait, TimeSpan.Zero);
    }

    private void Note(string chat, DateTimeOffset now)
    {
        if (_sent.Count > 20_000)
            foreach (var (idle, known) in _sent.ToArray())
                if (now - known.Last > Window)
                    _sent.Remove(idle);
        if (!_sent.TryGetValue(chat, out var sent))
            _sent[chat] = sent = new Sent();
        sent.Times.Enqueue(now);
        sent.Last = now;
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>What one chat got within the window.</summary>
    private sealed class Sent
    {
        public Queue<DateTimeOffset> Times { get; } = new();

        /// <summary>When the last one was taken, or answered.</summary>
        public DateTimeOffset Last { get; set; }
    }
}
