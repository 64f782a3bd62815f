using System.Globalization;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>Where a crossing is, for the few of which nobody has written down where.</summary>
internal static class Geography
{
    /// <summary>Nothing stands where the equator meets the meridian of Greenwich: both zero means not known.</summary>
    public static bool IsKnown(Crossing crossing) => crossing.Latitude != 0 || crossing.Longitude != 0;

    /// <summary><c>34.12,71.09</c></summary>
    public static string Point(Crossing crossing) =>
        string.Create(CultureInfo.InvariantCulture, $"{crossing.Latitude:0.###},{crossing.Longitude:0.###}");
}
