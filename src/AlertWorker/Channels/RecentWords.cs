using System.Collections.Concurrent;
using AlertWorker.Alerts;

namespace AlertWorker.Channels;

/// <summary>Messages composed within the last second: thousands of readers of one language get the same words.</summary>
internal sealed class RecentWords(TimeProvider time)
{
    /// <summary>So soon a change of wording, and the length of a closure in a message, are seen.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private const int Most = 200;

    private readonly ConcurrentDictionary<Key, (DateTimeOffset At, ComposedMessage Text)> _known = new();

    /// <summary>The message as composed a moment ago, or composed now.</summary>
    /// <param name="compose">Makes it, with durations up to the given time.</param>
    public ComposedMessage Get(Key key, Func<DateTimeOffset, ComposedMessage> compose)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && (now - known.At).Duration() < Age)
            return known.Text;
        if (_known.Count >= Most)
            _known.Clear();
        var text = compose(now);
        _known[key] = (now, text);
        return text;
    }

    /// <summary>All that makes two messages differ.</summary>
    public readonly record struct Key(string Alert, string Language, string TimeZone, MessageLinks Links);
}
