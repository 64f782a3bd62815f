using System.Data.Common;
using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Feeds;

/// <summary>Reads what hubs sent, one document after another, by the same way as what was fetched.</summary>
public sealed partial class PushReader(
    PushInbox inbox,
    FeedTurn turn,
    LiveConfiguration live,
    StoreWatch store,
    ILogger<PushReader> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var document in inbox.Read(stoppingToken))
                await Read(document, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The worker stops; the next poll finds what was left unread.
        }
    }

    private async Task Read(PushedDocument document, CancellationToken cancellation)
    {
        if (live.Current.Feeds.FirstOrDefault(feed => feed.Enabled && feed.Id == document.Feed) is not { } feed)
            return;
        try
        {
            var outcome = await turn.Take(feed, document, cancellation);
            LogRead(feed.Id, outcome.New);
        }
        catch (LeaseLostException e)
        {
            LogDropped(feed.Id, e.Message);
        }
        catch (DbException problem)
        {
            // The next poll finds what could not be stored.
            store.Lost(problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "Feed {Feed}: what its hub sent is dropped. {Why}")]
    private partial void LogDropped(string feed, string why);

    [LoggerMessage(LogLevel.Debug, "Feed {Feed}: its hub sent {Count} new entries")]
    private partial void LogRead(string feed, int count);
}
