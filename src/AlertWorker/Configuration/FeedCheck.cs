using System.Globalization;
using Quartz;

namespace AlertWorker.Configuration;

/// <summary>What a schema cannot say of feeds.json.</summary>
internal static class FeedCheck
{
    private static readonly string[] Formats = [@"hh\:mm\:ss", @"d\.hh\:mm\:ss"];
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public static void Run(ConfigNode root, bool allowPrivate)
    {
        var feeds = root["feeds"]?.Items.ToList() ?? [];
        CommonChecks.Unique(feeds, "feed");
        foreach (var feed in feeds)
        {
            CommonChecks.WebAddress(feed["url"], allowPrivate);
            CommonChecks.TimeZone(feed["timeZone"]);
            CheckSchedule(feed);
            if (feed["format"]?.Text == "html" && feed["select"] is null)
                feed.Fault("format html needs select with the CSS selector of an item");
            if (feed["select"] is { } select && feed["format"]?.Text is not "html")
                select.Fault("is only for format html; remove it or set format");
        }
    }

    private static void CheckSchedule(ConfigNode feed)
    {
        if (feed["every"] is null == feed["cron"] is null)
            feed.Fault("needs either every or cron, not both and not neither");
        if (feed["every"] is { Text: { } text } every)
        {
            if (!TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out var interval))
                every.Fault($"'{text}' is not an interval; allowed: hh:mm:ss like 00:10:00, or d.hh:mm:ss");
            else if (interval < Shortest)
                every.Fault($"'{text}' is too short; allowed: 00:00:01 or longer");
        }
        if (feed["cron"] is { Text: { } expression } cron)
            CheckCron(cron, expression);
    }

    private static void CheckCron(ConfigNode cron, string expression)
    {
        try
        {
            _ = CronExpression.Parse(expression);
        }
        catch (FormatException fault)
        {
            cron.Fault(
                $"'{expression}' is not a cron expression ({fault.Message}); allowed: seconds minutes hours day month weekday, like 0 0/10 * * * ?"
            );
        }
    }
}
