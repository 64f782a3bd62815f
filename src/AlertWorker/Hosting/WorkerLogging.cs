using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace AlertWorker.Hosting;

/// <summary>Logs go to standard error, one line an event, times in UTC.</summary>
internal static class WorkerLogging
{
    /// <param name="storeIsAway">True while the store is known to be away: once told, that need not be told by the scheduler again and again.</param>
    public static void AddWorkerLogging(this ILoggingBuilder logging, Func<bool> storeIsAway)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", level => level >= LogLevel.Warning && !storeIsAway());
        // It warns of every try that it repeats by itself, and of nodes that we tell of.
        logging.AddFilter("Quartz.Impl.AdoJobStore", level => level >= LogLevel.Error && !storeIsAway());
        // It logs the path of every request, and the path of a bot's request holds its token.
        logging.AddFilter("System.Net.Http.HttpClient", LogLevel.None);
    }
}
