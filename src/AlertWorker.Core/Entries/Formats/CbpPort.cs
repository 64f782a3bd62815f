using System.Globalization;

namespace AlertWorker.Entries.Formats;

/// <summary>One port of the US border with what its lanes show.</summary>
internal sealed class CbpPort(IReadOnlyDictionary<string, string> fields)
{
    /// <summary>Older figures say nothing of now; the authority updates hourly.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(2);

    private static readonly string[] CargoLanes = ["standard_lanes", "fast_lanes"];
    private static readonly string[] CarLanes = ["standard_lanes", "nexus_sentri_lanes", "ready_lanes"];

    public string Number => Field("port_number");

    public string Port => Field("port_name");

    public string Crossing => Field("crossing_name");

    public string Status => Field("port_status");

    private string Hours => Field("hours");

    private string Notice => Field("construction_notice");

    private string PlaceName => Crossing.Length > 0 && Crossing != Port ? $"{Port} – {Crossing}" : Port;

    /// <summary>The text holds states, never minutes: it changes only when something to report does.</summary>
    public Entry ToEntry(Reading reading)
    {
        var asOf = AsOf(reading);
        var isStale = asOf is null || reading.Hints.Now - asOf > Stale;
        return new Entry
        {
            Id = "cbp:" + Number,
            Title = $"{PlaceName}: {Status}",
            Summary = string.Join(
                '\n',
                new[]
                {
                    $"Port {Number}, posted hours {Hours}.",
                    LaneText("Commercial lanes", Cargo),
                    LaneText("Passenger lanes", People),
                    Notice,
                }.Where(line => line.Length > 0)
            ),
            PublishedUtc = asOf,
            Language = "en",
            Readings = [.. Readings(asOf, isStale)],
        };
    }

    private IEnumerable<string> Cargo =>
        CargoLanes.Select(lane => Field($"commercial_vehicle_lanes/{lane}/operational_status"));

    private IEnumerable<string> People =>
        CarLanes
            .Select(lane => Field($"passenger_vehicle_lanes/{lane}/operational_status"))
            .Concat(CarLanes.Select(lane => Field($"pedestrian_lanes/{lane}/operational_status")));

    private IEnumerable<PostReading> Readings(DateTimeOffset? asOf, bool isStale)
    {
        if (!Is(Status, "Open") && !Is(Status, "Closed"))
            return [Reading(null, PostState.Unknown, asOf, Status)];
        if (Is(Status, "Closed"))
            return
            [
                Reading(
                    null,
                    isStale ? PostState.Unknown : ClosedState(),
                    asOf,
                    $"port status {Status}, posted hours {Hours}"
                ),
            ];
        return
        [
            .. Mode(true, "commercial lanes", Cargo, asOf, isStale),
            .. Mode(false, "passenger lanes", People, asOf, isStale),
        ];
    }

    /// <summary>One reading for a mode of traffic that the port serves at all.</summary>
    private IEnumerable<PostReading> Mode(
        bool cargo,
        string name,
        IEnumerable<string> lanes,
        DateTimeOffset? asOf,
        bool isStale
    )
    {
        var shown = lanes.Where(lane => lane.Length > 0 && !Is(lane, "N/A")).ToList();
        if (shown.Count == 0)
            yield break;
        var state =
            isStale ? PostState.Unknown
            : shown.Exists(lane => Is(lane, "no delay") || Is(lane, "delay")) ? PostState.Open
            : shown.TrueForAll(lane => lane.Contains("closed", StringComparison.OrdinalIgnoreCase))
                ? cargo && IsOutsideCargoHours ? PostState.OutsideHours
                    : ClosedState()
            : PostState.Unknown;
        yield return Reading(
            cargo,
            state,
            asOf,
            $"{name}: {string.Join(", ", shown.Distinct(StringComparer.OrdinalIgnoreCase))}"
        );
    }

    private PostState ClosedState() =>
        PostHours.Parse(Hours) is { } hours && LocalTime() is { } now && !hours.Contains(now)
            ? PostState.OutsideHours
            : PostState.Closed;

    /// <summary>The commercial lanes of many ports have hours of their own, which only the notice tells.</summary>
    private bool IsOutsideCargoHours =>
        CargoHours.Parse(Notice) is { } hours
        && LocalTime() is { } time
        && DateOnly.TryParse(Field("date"), CultureInfo.InvariantCulture, out var date)
        && !hours.Contains(date.DayOfWeek, time);

    private PostReading Reading(bool? cargo, PostState state, DateTimeOffset? asOf, string quote) =>
        new(Number, PlaceName, cargo, "US", state, asOf, $"{PlaceName}: {quote}");

    private static string LaneText(string name, IEnumerable<string> lanes)
    {
        var shown = lanes
            .Where(lane => lane.Length > 0 && !Is(lane, "N/A"))
            .Select(lane => Is(lane, "delay") ? "no delay" : lane)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return shown.Count == 0
            ? ""
            : $"{name}: {(shown.Exists(lane => Is(lane, "no delay")) ? "open" : string.Join(", ", shown))}.";
    }

    /// <summary>The port's wall clock when the figures were given out.</summary>
    private TimeOnly? LocalTime() =>
        TimeOnly.TryParse(Field("time"), CultureInfo.InvariantCulture, out var time) ? time : null;

    /// <summary>Date and time are local; only the lanes name the zone ("At 3:00 pm PDT").</summary>
    private DateTimeOffset? AsOf(Reading reading)
    {
        var zone = fields
            .Where(field => field.Key.EndsWith("/update_time", StringComparison.Ordinal))
            .Select(field => field.Value.Split(' ')[^1])
            .FirstOrDefault(word => word.Length == 3 && word.EndsWith('T'));
        var date = Field("date");
        return date.Length == 0 ? null : reading.Date($"{date} {Field("time")} {zone}".Trim());
    }

    private string Field(string name) => fields.TryGetValue(name, out var value) ? value : "";

    private static bool Is(string value, string word) => value.Equals(word, StringComparison.OrdinalIgnoreCase);
}
