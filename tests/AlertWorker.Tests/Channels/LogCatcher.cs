using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Keeps every log line with its exception, at every level.</summary>
internal sealed class LogCatcher<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{logLevel}: {formatter(state, exception) + exception} {exception}");

    public override string ToString() => string.Join('\n', _lines);
}
