using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlertWorker.Benchmarks;

/// <summary>Takes every mail of a plain SMTP conversation and counts.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _taken;
    private int _expected = int.MaxValue;
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public MailSink()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The last mail.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>Completes when so many mails were taken from now on.</summary>
    public Task After(int mails)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _taken = 0;
        _expected = mails;
        return _all.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
            try
            {
                _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say(stream, "220 sink ESMTP");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
                switch (line.Split(' ')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await Say(stream, "250-sink\r\n250-8BITMIME\r\n250 PIPELINING");
                        break;
                    case "DATA":
                        await Say(stream, "354 go");
                        await Take(reader);
                        await Say(stream, "250 2.0.0 queued");
                        break;
                    case "QUIT":
                        await Say(stream, "221 bye");
                        return;
                    default:
                        await Say(stream, "250 ok");
                        break;
                }
        }
    }

    private async Task Take(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            mail.Append(line).Append("\r\n");
        Mail = mail.ToString();
        if (Interlocked.Increment(ref _taken) == _expected)
            _all.TrySetResult();
    }

    private static async Task Say(NetworkStream stream, string line) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
}
