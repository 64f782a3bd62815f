using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlertWorker.Feeds;

/// <summary>A local HTTP server over plain sockets, so that it can also misbehave in ways a web framework would not allow.</summary>
public sealed class FeedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<Request, Task>> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Request> _requests = new();
    private int _atOnce;
    private int _mostAtOnce;

    public FeedServer()
    {
        _listener.Start(512);
        _ = Accept();
    }

    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Requests so far, in order of arrival.</summary>
    public IReadOnlyList<Request> Requests => [.. _requests];

    /// <summary>
    /// The most requests that waited for their answer at the same time. One that is being answered waits no more: who has the answer may ask
    /// again before this side knows that it was sent.
    /// </summary>
    public int MostAtOnce => _mostAtOnce;

    public Uri Url(string path) => new(Root, path);

    public IReadOnlyList<Request> RequestsOf(string path) => [.. _requests.Where(r => r.Path == path)];

    /// <summary>What a path does; the latest word counts.</summary>
    public FeedServer On(string path, Func<Request, Task> answer)
    {
        _paths[path] = answer;
        return this;
    }

    public FeedServer On(string path, string body, params (string Name, string Value)[] headers) =>
        On(path, r => r.Answer(200, Encoding.UTF8.GetBytes(body), headers));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var stop = _stop.Token;
        try
        {
            while (!stop.IsCancellationRequested)
                _ = Serve(await _listener.AcceptTcpClientAsync(stop), stop);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client, CancellationToken stop)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            while (await reader.ReadLineAsync(stop) is { Length: > 0 } line)
            {
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(stop) is { Length: > 0 } header)
                    headers[header[..header.IndexOf(':', StringComparison.Ordinal)]] = header[
                        (header.IndexOf(':', StringComparison.Ordinal) + 1)..
                    ]
                        .Trim();
                var request = new Request(line.Split(' ')[1], headers, DateTimeOffset.UtcNow, stream, client, stop);
                _requests.Enqueue(request);
                await Handle(request);
                if (request.Closed)
                    return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task Handle(Request request)
    {
        InterlockedMax(ref _mostAtOnce, Interlocked.Increment(ref _atOnce));
        var waits = 1;
        void Over() => Interlocked.Add(ref _atOnce, -Interlocked.Exchange(ref waits, 0));
        request.Answering = Over;
        try
        {
            await (_paths.GetValueOrDefault(request.Path) ?? (r => r.Answer(404, [])))(request);
        }
        finally
        {
            Over();
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var known = target; value > known; known = target)
            Interlocked.CompareExchange(ref target, value, known);
    }

    /// <summary>One request, and the means to answer it well or badly.</summary>
    public sealed record Request(
        string Path,
        IReadOnlyDictionary<string, string> Headers,
        DateTimeOffset At,
        Stream Stream,
        TcpClient Client,
        CancellationToken Stop
    )
    {
        public bool Closed { get; private set; }

        /// <summary>Called before an answer is sent.</summary>
        internal Action Answering { get; set; } = () => { };

        public Task Answer(int status, byte[] body, params (string Name, string Value)[] headers)
        {
            var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Answer\r\n");
            foreach (var (name, value) in headers)
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            if (!headers.Any(h => h.Name == "Content-Length") && status != 304)
                head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
            Answering();
            return Raw([.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body]);
        }

        public async Task Raw(byte[] bytes)
        {
            await Stream.WriteAsync(bytes, Stop);
            await Stream.FlushAsync(Stop);
        }

        public Task Raw(string text) => Raw(Encoding.Latin1.GetBytes(text));

        /// <summary>Says nothing more for as long as the test runs.</summary>
        public Task Hang() => Task.Delay(Timeout.Infinite, Stop);

        public void Close(bool reset = false)
        {
            Closed = true;
            if (reset)
                Client.LingerState = new LingerOption(enable: true, 0);
            Client.Close();
        }
    }
}
