using System.Collections.Concurrent;

namespace AlertWorker.Channels;

/// <summary>What was found out or composed within the last second: thousands of readers of one alert need the same.</summary>
internal sealed class Recent<TKey, TValue>(TimeProvider time)
    where TKey : notnull
{
    /// <summary>So soon a change of wording, newer news, and the length of a closure in a message, are seen.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private const int Most = 200;

    private readonly ConcurrentDictionary<TKey, (DateTimeOffset At, TValue Value)> _known = new();

    /// <summary>The value as made a moment ago, or made now.</summary>
    /// <param name="make">Makes it as of the given time.</param>
    public async ValueTask<TValue> Get(TKey key, Func<DateTimeOffset, ValueTask<TValue>> make)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && (now - known.At).Duration() < Age)
            return known.Value;
        if (_known.Count >= Most)
            _known.Clear();
        var value = await make(now);
        _known[key] = (now, value);
        return value;
    }
}
