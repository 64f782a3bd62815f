using AlertWorker.Configuration;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AlertWorker.Channels;

/// <summary>One connection to the mail server, kept for many messages and dropped when it is idle or broken.</summary>
/// <param name="options">The server; its host is set.</param>
/// <param name="trust">Decides on the server's certificate in place of the system's store; null in earnest.</param>
internal sealed class SmtpLine(
    EmailOptions options,
    System.Net.Security.RemoteCertificateValidationCallback? trust,
    TimeProvider time
) : IAsyncDisposable
{
    /// <summary>Servers close idle connections after minutes; after this long it is asked whether it still lives.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private SmtpClient? _client;
    private DateTimeOffset _used;

    public EmailOptions Options => options;

    /// <summary>Sends one mail over the open connection, or a new one.</summary>
    /// <returns>The server's answer.</returns>
    public async Task<string> Send(MimeMessage mail, CancellationToken cancellation)
    {
        var client = await Connected(cancellation);
        try
        {
            return await client.SendAsync(mail, cancellation);
        }
        catch (SmtpCommandException) when (client.IsConnected)
        {
            throw; // The server refused this mail only; MailKit has reset the dialogue.
        }
        catch
        {
            Drop();
            throw;
        }
        finally
        {
            _used = time.GetUtcNow();
        }
    }

    /// <summary>Says good-bye to the server.</summary>
    public async Task Close()
    {
        if (_client is { IsConnected: true } client)
            await client.DisconnectAsync(quit: true);
        Drop();
    }

    public ValueTask DisposeAsync()
    {
        Drop();
        return ValueTask.CompletedTask;
    }

    private async Task<SmtpClient> Connected(CancellationToken cancellation)
    {
        if (_client is { IsConnected: true } open)
        {
            if (time.GetUtcNow() - _used < Fresh || await IsAlive(open, cancellation))
                return open;
            Drop();
        }
        var client = new SmtpClient
        {
            Timeout = (int)Patience.TotalMilliseconds,
            // A private certificate authority publishes no revocation list; the system's trust decides.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = trust,
        };
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Security(options.Security), cancellation);
            if (options.UserName is { } user && options.Password is { } password)
                await Authenticate(client, user, password, cancellation);
            return _client = client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task Authenticate(SmtpClient client, string user, string password, CancellationToken cancellation)
    {
        // Connecting has failed already where TLS was asked for and not given; this holds it whatever that library does.
        if (!client.IsSecure && options.Security != "none")
            throw new NotSupportedException("the connection is not encrypted; the password is not sent");
        await client.AuthenticateAsync(user, password, cancellation);
    }

    private static async Task<bool> IsAlive(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }

    private void Drop()
    {
        _client?.Dispose();
        _client = null;
    }

    private static SecureSocketOptions Security(string security) =>
        security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
}
