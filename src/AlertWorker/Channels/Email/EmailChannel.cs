using System.Net.Security;
using AlertWorker.Configuration;
using MimeKit;

namespace AlertWorker.Channels;

/// <summary>Mail: over SMTP when a host is set, else into the pickup folder.</summary>
public sealed class EmailChannel : IChannel, IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ITimer _hangUp;
    private readonly Func<EmailOptions> _options;
    private readonly TimeProvider _time;
    private SmtpLine? _line;
    private MailWriter? _writer;

    /// <param name="options">As configured now; a change takes effect with the next mail.</param>
    public EmailChannel(Func<EmailOptions> options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _hangUp = time.CreateTimer(_ => _ = HangUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Scheme => "mailto";

    /// <summary>One connection, one mail at a time: servers like that best. The next ones are made ready meanwhile.</summary>
    public int Parallelism => 4;

    /// <summary>Decides on server certificates in place of the system's store. For tests with a certificate of their own.</summary>
    public RemoteCertificateValidationCallback? Trust { get; init; }

    public async Task<Receipt> Send(OutgoingMessage message, CancellationToken cancellation)
    {
        var now = _options();
        try
        {
            var mail = Writer(now).Write(message, Recipient(message.Target), _time.GetUtcNow());
            return now switch
            {
                { Host: not null } => await Submit(now, mail, message.IsOurs, cancellation),
                { PickupDirectory: { } folder } => await Drop(folder, message.Id, mail, cancellation),
                _ => new Receipt.Later("mail has no way out: neither Email:Host nor Email:PickupDirectory is set"),
            };
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
        await _hangUp.DisposeAsync();
        if (_line is not null)
            await _line.DisposeAsync();
        _turn.Dispose();
    }

    /// <summary>The writer of these options: made once, and again when they change.</summary>
    private MailWriter Writer(EmailOptions now) =>
        _writer is { } known && ReferenceEquals(known.Options, now) ? known : _writer = MailWriter.For(now);

    private static string Recipient(string target) => Uri.UnescapeDataString(target.Split('?', 2)[0]);

    private async Task<Receipt> Submit(
        EmailOptions now,
        MimeMessage mail,
        Func<bool> isOurs,
        CancellationToken cancellation
    )
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (!isOurs())
                return Receipt.NotOurs;
            if (_line is null || _line.Options != now)
            {
                if (_line is not null)
                    await _line.DisposeAsync();
                _line = new SmtpLine(now, Trust, _time);
            }
            return new Receipt.Sent(mail.MessageId, await _line.Send(mail, cancellation));
        }
        finally
        {
            _turn.Release();
            _hangUp.Change(Idle, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task<Receipt> Drop(string folder, string id, MimeMessage mail, CancellationToken cancellation)
    {
        await PickupFolder.Write(folder, id, mail, cancellation);
        return new Receipt.Sent(mail.MessageId, $"written to {folder}");
    }

    private async Task HangUp()
    {
        await _turn.WaitAsync();
        try
        {
            await (_line?.Close() ?? Task.CompletedTask);
        }
        catch (Exception e) when (SmtpAnswer.Classify(e) is not null)
        {
            // The server hung up first: there is nothing left to close.
        }
        finally
        {
            _turn.Release();
        }
    }
}
