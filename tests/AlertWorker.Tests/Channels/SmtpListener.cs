using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AlertWorker.Channels;

/// <summary>A mail server that holds a real SMTP conversation, STARTTLS and AUTH included, and can be told to misbehave.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _dropAfterData = new();
    private readonly Task _accepting;

    public SmtpListener(bool offersTls = true)
    {
        OffersTls = offersTls;
        _listener.Start();
        _accepting = Accept();
    }

    public static X509Certificate2 Certificate { get; } = SelfSigned();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool OffersTls { get; }

    /// <summary>Answers to RCPT TO by address; without one it is 250.</summary>
    public ConcurrentDictionary<string, string> Recipients { get; } = new();

    /// <summary>Everything clients said, commands only; "(tls)" marks the change.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Mails taken: recipient and source.</summary>
    public ConcurrentQueue<(string To, string Source)> Mails { get; } = new();

    public int Connections { get; private set; }

    /// <summary>Asked before and after each mail is taken; false cuts the connection there.</summary>
    public Func<bool> Lives { get; set; } = () => true;

    /// <summary>The next mail is taken, and the connection cut before the 250.</summary>
    public void DropAfterData(bool keep) => _dropAfterData.Enqueue(keep ? "keep" : "lose");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = Serve(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
            try
            {
                client.NoDelay = true;
                using var conversation = new Conversation(this, client.GetStream());
                await conversation.Run(_stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client hung up, or the test is over.
            }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class Conversation : IDisposable
    {
        private readonly SmtpListener server;
        private Stream _stream;
        private StreamReader _reader;
        private string _recipient = "";

        public Conversation(SmtpListener server, Stream stream)
        {
            this.server = server;
            _stream = stream;
            _reader = new StreamReader(stream, Encoding.Latin1);
        }

        public void Dispose() => _reader.Dispose();

        public async Task Run(CancellationToken stop)
        {
            await Say("220 test ESMTP");
            while (await _reader.ReadLineAsync(stop) is { } line)
            {
                server.Said.Enqueue(line);
                if (!await Answer(line, stop))
                    return;
            }
        }

        private async Task<bool> Answer(string line, CancellationToken stop)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    var tls = server.OffersTls && _stream is not SslStream ? "250-STARTTLS\r\n" : "";
                    await Say(
                        $"250-test\r\n{tls}250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN"
                    );
                    return true;
                case "STARTTLS":
                    await Say("220 go");
                    await Encrypt(stop);
                    return true;
                case "AUTH":
                    await Say(
                        line.Contains("AHVzZXIAcGFzcw==", StringComparison.Ordinal) ? "235 ok" : "535 5.7.8 wrong"
                    );
                    return true;
                case "RCPT":
                    _recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                    await Say(server.Recipients.GetValueOrDefault(_recipient, "250 ok"));
                    return true;
                case "DATA":
                    await Say("354 go");
                    return await Take(stop);
                case "QUIT":
                    await Say("221 bye");
                    return false;
                default:
                    await Say("250 ok");
                    return true;
            }
        }

        private async Task<bool> Take(CancellationToken stop)
        {
            var source = new StringBuilder();
            string? line;
            while ((line = await _reader.ReadLineAsync(stop)) is not null and not ".")
                source.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
            // A mail without its end is none.
            if (line is null || !server.Lives())
                return false;
            var cut = server._dropAfterData.TryDequeue(out var how);
            if (!cut || how == "keep")
                server.Mails.Enqueue((_recipient, source.ToString()));
            if (cut || !server.Lives())
                return false;
            await Say("250 2.0.0 queued as T1");
            return true;
        }

        private async Task Encrypt(CancellationToken stop)
        {
            var tls = new SslStream(_stream);
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = Certificate },
                stop
            );
            server.Said.Enqueue("(tls)");
            _stream = tls;
            _reader = new StreamReader(tls, Encoding.Latin1);
        }

        private async Task Say(string line) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
    }
}
