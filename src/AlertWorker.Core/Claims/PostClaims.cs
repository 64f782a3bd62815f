using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Claims of structured status feeds: what an authority's own system shows, observed, per mode and direction.</summary>
internal static class PostClaims
{
    public static List<Claim> Of(Entry entry, Gazetteer gazetteer, string original)
    {
        var claims = new List<Claim>();
        foreach (var reading in entry.Readings)
        foreach (var place in PlacesOf(reading, gazetteer))
            if (ClaimOf(entry, reading, place, original) is { } claim)
                claims.Add(claim);
        return claims;
    }

    private static IEnumerable<Place> PlacesOf(PostReading reading, Gazetteer gazetteer) =>
        gazetteer.OfPort(reading.PostId).ToList() is { Count: > 0 } places ? places : gazetteer.Named(reading.PostName);

    private static Claim? ClaimOf(Entry entry, PostReading reading, Place place, string original)
    {
        if (reading.State is not (PostState.Open or PostState.Closed))
            return null;
        var closed = reading.State == PostState.Closed;
        var from = reading.Into is null ? null : place.Countries.FirstOrDefault(country => country != reading.Into);
        var start = Math.Max(0, original.IndexOf(reading.Quote, StringComparison.Ordinal));
        return new Claim
        {
            Crossing = place.Id,
            Status = closed ? Status.Closed : Status.Open,
            Change = closed ? Change.Closure : Change.Reopening,
            Scope = reading.Cargo switch
            {
                true => Scope.Trade,
                false => Scope.People,
                null => Scope.All,
            },
            Direction = from is null ? null : new Direction(from, reading.Into!),
            Stance = Stance.Asserted,
            Speaker = new Speaker(null, "status system", reading.Into, SpeakerKind.Official),
            Certainty = Certainty.Observed,
            Alerting = closed,
            Barred = closed,
            Evidence = new Evidence(reading.Quote, start, start + reading.Quote.Length),
            ActingSide = reading.Into,
            EventTime = reading.AsOfUtc ?? entry.PublishedUtc,
            Rules = ["structured-reading"],
        };
    }
}
