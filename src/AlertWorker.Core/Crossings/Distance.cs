namespace AlertWorker.Crossings;

/// <summary>Distance over the ground as the crow flies.</summary>
public static class Distance
{
    private const double EarthRadius = 6371;

    /// <summary>Kilometres from a place given in degrees to a crossing; null when nobody knows where that is.</summary>
    public static double? Kilometres(double? latitude, double? longitude, Crossing to) =>
        latitude is { } from && longitude is { } east && to is { Latitude: { } north, Longitude: { } otherEast }
            ? Kilometres(from, east, north, otherEast)
            : null;

    /// <summary>Kilometres between two places given in degrees, by the haversine formula.</summary>
    private static double Kilometres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var (dLat, dLon) = (b - a, double.DegreesToRadians(otherLongitude - longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
