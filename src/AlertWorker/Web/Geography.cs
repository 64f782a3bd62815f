using System.Globalization;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>Where a crossing is, for the few of which nobody has written down where.</summary>
internal static class Geography
{
    /// <summary>Whether somebody has written down where it is.</summary>
    public static bool IsKnown(Crossing crossing) => crossing is { Latitude: not null, Longitude: not null };

    /// <summary><c>34.12,71.09</c></summary>
    public static string Point(Crossing crossing) =>
        string.Create(CultureInfo.InvariantCulture, $"{crossing.Latitude:0.###},{crossing.Longitude:0.###}");
}
