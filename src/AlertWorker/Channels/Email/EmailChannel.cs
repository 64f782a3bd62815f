using System.Net.Security;
using AlertWorker.Configuration;
using MimeKit;

namespace AlertWorker.Channels.Email;

/// <summary>Mail: over SMTP when a host is set, else into the pickup folder.</summary>
/// <param name="options">As configured now; a change takes effect with the next mail.</param>
public sealed class EmailChannel(Func<EmailOptions> options, TimeProvider time) : IChannel, IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stopped = new();
    private SmtpLine? _line;

    public string Scheme => "mailto";

    /// <summary>One connection, one mail at a time: servers like that best, and it is fast enough.</summary>
    public int Parallelism => 1;

    /// <summary>Decides on server certificates in place of the system's store. For tests with a certificate of their own.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        var now = options();
        try
        {
            var mail = MailWriter.For(now.From).Write(message, Recipient(message.Target), time.GetUtcNow());
            var answer = now switch
            {
                { Host: not null } => await Submit(now, mail, cancellation),
                { PickupDirectory: { } folder } => await Drop(folder, message.Id, mail, cancellation),
                _ => null,
            };
            return answer is null
                ? new Receipt.Later("mail has no way out: neither Email:Host nor Email:PickupDirectory is set")
                : new Receipt.Sent(mail.MessageId, answer);
        }
        catch (FormatException e)
        {
            return new Receipt.Refused(e.Message);
        }
        catch (Exception e) when (SmtpAnswer.Classify(e) is { } receipt)
        {
            return receipt;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        if (_line is not null)
            await _line.DisposeAsync();
        _stopped.Dispose();
        _turn.Dispose();
    }

    private static string Recipient(string target) => Uri.UnescapeDataString(target.Split('?', 2)[0]);

    private async Task<string> Submit(EmailOptions now, MimeMessage mail, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_line is null || _line.Options != now)
            {
                if (_line is not null)
                    await _line.DisposeAsync();
                _line = new SmtpLine(now, Trust, time);
            }
            return await _line.Send(mail, cancellation);
        }
        finally
        {
            _turn.Release();
            _ = HangUpWhenIdle();
        }
    }

    private static async Task<string> Drop(string folder, string id, MimeMessage mail, CancellationToken cancellation)
    {
        await PickupFolder.Write(folder, id, mail, cancellation);
        return $"written to {folder}";
    }

    /// <summary>Waits without holding anything; the last one to wake finds the line idle.</summary>
    private async Task HangUpWhenIdle()
    {
        try
        {
            await Task.Delay(Idle + TimeSpan.FromSeconds(1), time, _stopped.Token);
            await _turn.WaitAsync(_stopped.Token);
            try
            {
                await (_line?.CloseWhenIdle(Idle) ?? Task.CompletedTask);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException || SmtpAnswer.Classify(e) is not null)
        {
            // Stopping, or the server hung up first: either way there is nothing left to close.
        }
    }
}
