using System.Globalization;

namespace AlertWorker.Entries.Dates;

/// <summary>ASCII digits as a number; the caller has seen that there is nothing else.</summary>
internal static class DateNumber
{
    public static int Of(ReadOnlySpan<char> digits) =>
        int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
