namespace AlertWorker.Entries.Dates;

/// <summary>Two-digit years: no feed is older than the web (RFC 5322 §4.3 draws the line at 50, which is as good as any).</summary>
internal static class FullYear
{
    public static int Of(int year) =>
        year >= 100 ? year
        : year < 50 ? 2000 + year
        : 1900 + year;
}
