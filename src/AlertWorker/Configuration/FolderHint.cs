using System.Threading.Channels;

namespace AlertWorker.Configuration;

/// <summary>Wakes a waiter when the operating system tells of a change in the folder. A hint only: it may come too often or, on some file systems, never.</summary>
internal sealed class FolderHint : IDisposable
{
    private readonly Channel<bool> _hints = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly FileSystemWatcher? _watcher;

    public FolderHint(string folder)
    {
        try
        {
            _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            _watcher.Changed += Hint;
            _watcher.Created += Hint;
            _watcher.Deleted += Hint;
            _watcher.Renamed += Hint;
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            _watcher?.Dispose(); // no watches left on this machine, or no folder: looking now and then must do
            _watcher = null;
        }
    }

    /// <summary>Returns at the next hint, or when <paramref name="atMost"/> has passed without one.</summary>
    public async Task Wait(TimeSpan atMost, TimeProvider clock, CancellationToken stopping)
    {
        using var over = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, stopping);
        try
        {
            await _hints.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Time is over.
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private void Hint(object sender, FileSystemEventArgs change) => _hints.Writer.TryWrite(true);
}
