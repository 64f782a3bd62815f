using AlertWorker.Configuration;
using AlertWorker.Storage;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Channels;

/// <summary>Looks into the mailbox that mails come back to; does nothing where none is configured. What was read is marked as seen and left there.</summary>
public sealed partial class BounceJob(
    Func<EmailOptions> options,
    Bounces bounces,
    LeaseStore leases,
    TimeProvider time,
    ILogger<BounceJob> logger
) : BackgroundService
{
    private const int MostAtOnce = 200;
    private const int PatienceMilliseconds = 30_000;

    /// <summary>A mailbox may be configured while the worker runs.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(1);

    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var every = options().Bounces?.Every ?? Glance;
            try
            {
                if (
                    options().Bounces is { } mailbox
                    && await leases.TryHold("mail:bounces", _node, every * 2, stoppingToken) is not null
                )
                    await Look(mailbox, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e);
            }
            await time.Delay(every, stoppingToken);
        }
    }

    /// <summary>Reads what is new in the mailbox.</summary>
    internal async Task Look(BounceOptions mailbox, CancellationToken cancellation)
    {
        using var client = new ImapClient { Timeout = PatienceMilliseconds };
        await client.ConnectAsync(mailbox.Host, mailbox.Port, Security(mailbox.Security), cancellation);
        if (mailbox is { UserName: { } user, Password: { } password })
            await client.AuthenticateAsync(user, password, cancellation);
        var inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadWrite, cancellation);
        foreach (var id in (await inbox.SearchAsync(SearchQuery.NotSeen, cancellation)).Take(MostAtOnce))
        {
            foreach (var bounced in BouncedMail.Read(await inbox.GetMessageAsync(id, cancellation)))
                if (await bounces.Take(bounced, cancellation))
                    LogBounced(bounced.Delivery, bounced.Why);
            await inbox.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancellation);
        }
        await client.DisconnectAsync(quit: true, cancellation);
    }

    private static SecureSocketOptions Security(string security) =>
        security switch
        {
            "starttls" => SecureSocketOptions.StartTls,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.SslOnConnect,
        };

    [LoggerMessage(LogLevel.Information, "The mail of delivery {Id} came back, and its address is retired: {Why}")]
    private partial void LogBounced(string id, string why);

    [LoggerMessage(LogLevel.Warning, "The mailbox for returned mails could not be read")]
    private partial void LogFailed(Exception e);
}
