using AlertWorker.Configuration;
using AlertWorker.Storage;
using Microsoft.Extensions.Logging;

namespace AlertWorker.Hosting;

/// <summary>Tells an operator at start what runs.</summary>
public sealed partial class StartUpReport(LiveConfiguration live, Database database, ILogger<StartUpReport> logger)
{
    public void Tell(IEnumerable<string> addresses)
    {
        var configuration = live.Current;
        var settings = configuration.Settings;
        LogWatching(
            configuration.Feeds.Count(feed => feed.Enabled),
            configuration.Crossings.Count,
            string.Join(", ", configuration.Lexicons.Select(lexicon => lexicon.Language))
        );
        LogTelling(string.Join(", ", Channels(settings)), configuration.Subscribers.Count);
        LogServing(string.Join(", ", addresses), database.Dialect.Name, database.Dialect.Place);
    }

    private static IEnumerable<string> Channels(Settings settings)
    {
        yield return "console";
        if (settings.Telegram.IsOn)
            yield return "telegram";
        if (settings.Email.Host is not null)
            yield return "mail";
        else if (settings.Email.PickupDirectory is not null)
            yield return "mail (into the pickup folder)";
        yield return "webhooks";
    }

    [LoggerMessage(LogLevel.Information, "Watching {Feeds} feeds for {Crossings} crossings, reading {Languages}")]
    private partial void LogWatching(int feeds, int crossings, string languages);

    [LoggerMessage(LogLevel.Information, "Telling by {Channels}; {Subscribers} subscribers in subscribers.json")]
    private partial void LogTelling(string channels, int subscribers);

    [LoggerMessage(LogLevel.Information, "Status page on {Addresses}; store: {Engine} {Place}")]
    private partial void LogServing(string addresses, string engine, string place);
}
