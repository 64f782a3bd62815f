using System.Collections.Concurrent;
using System.Globalization;

namespace AlertWorker.Web;

/// <summary>Names of countries in English: the system's language data gives them in English and in the country's own language only.</summary>
internal static class CountryNames
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <param name="country">ISO code; shown itself where the system has no name.</param>
    public static string Of(string country) => Known.GetOrAdd(country, Find);

    public static string Pair(IReadOnlyList<string> countries) => string.Join(" – ", countries.Select(Of));

    private static string Find(string country)
    {
        try
        {
            return new RegionInfo(country).EnglishName;
        }
        catch (ArgumentException)
        {
            return country;
        }
    }
}
