using Microsoft.Extensions.Logging;

namespace AlertWorker.Configuration;

/// <summary>Changes of the folder while the worker runs.</summary>
public sealed class LiveConfigurationTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);

    private readonly TestFolder _folder = new();
    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task A_change_is_in_force_as_a_whole_soon_after()
    {
        using var live = await Start();
        var changed = NextChange(live);

        _folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "s", "to": ["console:"], "crossings": ["*"] } ] }"""
        );
        await changed;

        Assert.Equal("s", Assert.Single(live.Current.Subscribers).Id);
        await live.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_renamed_into_place_is_noticed()
    {
        using var live = await Start();
        var changed = NextChange(live);

        var made = _folder.Write(
            "subscribers.json.tmp",
            """{ "subscribers": [ { "id": "s", "to": ["console:"], "crossings": ["*"] } ] }"""
        );
        File.Move(made, Path.Combine(_folder.Path, "subscribers.json"), overwrite: true);
        await changed;

        Assert.Single(live.Current.Subscribers);
        await live.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_link_turned_to_another_folder_is_noticed()
    {
        // As Kubernetes mounts a ConfigMap: the files are links through a link that is replaced at once.
        using var other = new TestFolder();
        other.Write("corridors.json", """{ "corridors": [] }""");
        var mount = Directory.CreateTempSubdirectory("aw-mount-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(mount, "..data"), _folder.Path);
        foreach (var entry in Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName))
            Directory.CreateSymbolicLink(Path.Combine(mount, entry!), Path.Combine("..data", entry!));
        using var live = await Start(mount);
        Assert.Single(live.Current.Corridors);
        var changed = NextChange(live);

        Directory.CreateSymbolicLink(Path.Combine(mount, "..new"), other.Path);
        using var rename = System.Diagnostics.Process.Start(
            "mv",
            ["-T", Path.Combine(mount, "..new"), Path.Combine(mount, "..data")]
        );
        await changed;

        Assert.Empty(live.Current.Corridors);
        await live.StopAsync(TestContext.Current.CancellationToken);
        Directory.Delete(mount, recursive: true);
    }

    [Fact]
    public async Task A_faulty_change_is_refused_told_and_mended_later()
    {
        using var live = await Start();
        var before = live.Current;
        var refused = _log.Next("refused");

        _folder.Write("feeds.json", """{ "feeds": [ { "id": "x" } ] }""");
        _folder.Write(
            "subscribers.json",
            """{ "subscribers": [ { "id": "s", "to": ["console:"], "crossings": ["*"] } ] }"""
        );
        await refused.WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Same(before, live.Current);
        Assert.Contains(
            live.Refused,
            fault => fault.ToString().StartsWith("feeds.json: feeds[0].url: is missing", StringComparison.Ordinal)
        );
        Assert.All(
            live.Refused,
            fault => Assert.Contains(_log.Lines, line => line.Contains(fault.ToString(), StringComparison.Ordinal))
        );

        var changed = NextChange(live);
        _folder.Write("feeds.json", """{ "feeds": [] }""");
        await changed;

        Assert.Empty(live.Refused);
        Assert.Empty(live.Current.Feeds);
        Assert.Single(live.Current.Subscribers);
        await live.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_secret_that_is_exchanged_is_read_again()
    {
        var token = _folder.Write("secrets/token", "1:old");
        _folder.Write("appsettings.json", """{ "AlertWorker": { "Telegram": { "BotTokenFile": "secrets/token" } } }""");
        using var live = await Start();
        var changed = NextChange(live);

        await File.WriteAllTextAsync(token, "1:new", TestContext.Current.CancellationToken);
        await changed;

        Assert.Equal("1:new", live.Current.Settings.Telegram.BotToken);
        await live.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_faulty_folder_cannot_be_started_from()
    {
        _folder.Write("feeds.json", "");

        var refusal = Assert.Throws<ConfigException>(() => Live(_folder.Path));

        Assert.Single(refusal.Faults);
    }

    public void Dispose() => _folder.Dispose();

    private LiveConfiguration Live(string folder)
    {
        var environment = new Dictionary<string, string>();
        return new LiveConfiguration(
            folder,
            environment,
            ConfigFolder.Read(folder, environment),
            TimeProvider.System,
            _log
        );
    }

    private async Task<LiveConfiguration> Start(string? folder = null)
    {
        var live = Live(folder ?? _folder.Path);
        await live.StartAsync(TestContext.Current.CancellationToken);
        return live;
    }

    private static Task NextChange(LiveConfiguration live)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        live.Changed += (_, _) => changed.TrySetResult();
        return changed.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
    }

    private sealed class RecordingLogger : ILogger<LiveConfiguration>
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _awaited;

        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        /// <summary>Done when a line with this text comes.</summary>
        public Task Next(string text)
        {
            _awaited = text;
            return _seen.Task;
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var line = formatter(state, exception);
            Lines.Enqueue(line);
            if (_awaited is { } text && line.Contains(text, StringComparison.Ordinal))
                _seen.TrySetResult();
        }
    }
}
