namespace AlertWorker.Bot;

/// <summary>How many commands a chat may give: enough for any person, too few for a program.</summary>
public sealed class ChatFlood(TimeProvider time, int mostAMinute = ChatFlood.MostCommands)
{
    private const int MostCommands = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<DateTimeOffset>> _chats = [];

    /// <summary>Counts one command; false when it is one too many.</summary>
    public bool Allows(long chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_chats.Count > 10_000)
                foreach (var (idle, times) in _chats.ToArray())
                    if (now - times.Last() > TimeSpan.FromMinutes(1))
                        _chats.Remove(idle);
            if (!_chats.TryGetValue(chat, out var given))
                _chats[chat] = given = new Queue<DateTimeOffset>();
            while (given.TryPeek(out var oldest) && now - oldest > TimeSpan.FromMinutes(1))
                given.Dequeue();
            if (given.Count >= mostAMinute)
                return false;
            given.Enqueue(now);
            return true;
        }
    }
}
