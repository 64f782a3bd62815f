using System.Globalization;

namespace AlertWorker.Commands;

/// <summary>Times as commands print them.</summary>
internal static class TimeText
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
