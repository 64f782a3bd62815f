using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Entries;

namespace AlertWorker.Crossings;

/// <summary>A crossing between PK and AF, a desk, and a clock: hears claims that were made by hand and keeps what was told.</summary>
internal sealed class Gate
{
    public static readonly DateTimeOffset Dawn = new(2024, 3, 4, 0, 0, 0, TimeSpan.Zero);

    public static readonly IReadOnlyDictionary<string, Crossing> Crossings = new[]
    {
        Crossing("gate", 34, 71, "PK", "AF"),
        Crossing("pass", 33, 70, "PK", "AF"),
        Crossing("bridge", 46, 8, "IT", "CH"),
    }.ToDictionary(crossing => crossing.Id);

    private readonly SimulatedClock clock;
    private int entries;

    public Gate(FoldRules? rules = null)
    {
        clock = new SimulatedClock(new AlertDesk(Crossings, rules ?? new FoldRules()));
        clock.MoveTo(Dawn);
    }

    public List<Alert> Alerts { get; } = [];

    public List<FoldStep> Steps { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public CrossingBook Book => clock.Book;

    public CrossingStatus Status => clock.Book["gate"]!;

    public Status Cargo => Status.Flows[new Flow(FlowMode.Cargo, "PK", "AF")];

    public Status People => Status.Flows[new Flow(FlowMode.People, "PK", "AF")];

    public string LastRule => Steps[^1].Rule;

    public IEnumerable<AlertKind> Kinds => Alerts.Select(alert => alert.Kind);

    /// <summary>Moves the clock to so many hours after dawn and takes in one entry with these claims.</summary>
    public Gate Hears(double hour, Voice by, params Claim[] claims)
    {
        Until(hour);
        var now = Dawn.AddHours(hour);
        var id = by.EntryId ?? $"e{++entries}";
        var entry = new Entry
        {
            Id = id,
            Title = "news",
            Content = by.Text ?? $"{id} {by.Source.Id} {hour}",
            PublishedUtc = by.Published ?? now.AddMinutes(-5),
            Link = $"https://{by.Source.Id}.example/{id}",
        };
        Keep(clock.Take([.. claims.Select(claim => new Testimony(Said(claim, by), entry, by.Source, now))]));
        return this;
    }

    /// <summary>Moves the clock; timers fire on the way.</summary>
    public Gate Until(double hour)
    {
        foreach (var outcome in clock.MoveTo(Dawn.AddHours(hour)))
            Keep(outcome);
        return this;
    }

    private static Claim Said(Claim claim, Voice by) =>
        claim with
        {
            Speaker = by.Speaker,
            Certainty = by.Speaker.Kind == SpeakerKind.Official ? Certainty.Likely : Certainty.Possible,
        };

    private void Keep(DeskOutcome outcome)
    {
        Steps.AddRange(outcome.Steps);
        Decisions.AddRange(outcome.Decisions);
        Alerts.AddRange(outcome.Decisions.Select(decision => decision.Alert).OfType<Alert>());
    }

    private static Crossing Crossing(string id, double latitude, double longitude, string one, string other) =>
        new()
        {
            Id = id,
            Name = id,
            Countries = [one, other],
            Latitude = latitude,
            Longitude = longitude,
            Alternatives = id == "gate" ? ["pass"] : [],
        };
}
