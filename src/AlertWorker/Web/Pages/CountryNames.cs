using System.Collections.Concurrent;
using System.Globalization;

namespace AlertWorker.Web;

/// <summary>Names of countries in the reader's language, as the system's language data has them.</summary>
internal static class CountryNames
{
    private static readonly ConcurrentDictionary<(string Country, string Language), string> Known = new();

    /// <param name="country">ISO code; shown itself where the system has no name.</param>
    public static string Of(string country, string language) => Known.GetOrAdd((country, language), Find);

    public static string Pair(IReadOnlyList<string> countries, string language) =>
        string.Join(" – ", countries.Select(country => Of(country, language)));

    private static string Find((string Country, string Language) wanted)
    {
        // The name comes in the language of the running code; it is that of the reader for this one question.
        var own = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(wanted.Language);
            return new RegionInfo(wanted.Country).DisplayName;
        }
        catch (ArgumentException)
        {
            return wanted.Country;
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }
}
