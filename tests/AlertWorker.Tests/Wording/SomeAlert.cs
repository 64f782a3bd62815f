using AlertWorker.Alerts;
using AlertWorker.Claims;
using AlertWorker.Crossings;
using AlertWorker.House;

namespace AlertWorker.Wordings;

/// <summary>An alert with every part a message can have, to be varied by the tests.</summary>
internal static class SomeAlert
{
    public static MessageCatalogs Catalogs { get; } =
        new(
            Directory
                .EnumerateFiles(Repository.Path("config/messages"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => MessageCatalog.Parse(File.ReadAllText(file)))
        );

    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 9, 5, 0, TimeSpan.Zero);

    public static Crossing Torkham { get; } =
        new()
        {
            Id = "torkham",
            Name = "Torkham",
            Countries = ["PK", "AF"],
            Aliases = new Dictionary<string, IReadOnlyList<string>>
            {
                ["en"] = ["Torkham", "Torkham gate"],
                ["ur"] = ["طورخم"],
                ["ru"] = ["Торхам"],
            },
        };

    public static Quote Quote { get; } =
        new(
            "entry-1",
            "the gate has been shut for all kinds of vehicles since the morning",
            new Speaker("Gul Rahman", "deputy commissioner", "PK", SpeakerKind.Official),
            "Border Daily",
            "https://news.example/story?id=1&lang=en",
            Now.AddMinutes(-20),
            Status.Closed
        );

    public static Alert Closed { get; } =
        new()
        {
            Id = "a1",
            At = Now,
            Incident = "torkham/2026-03-04",
            Crossing = "torkham",
            Kind = AlertKind.Closed,
            Status = Status.Closed,
            Before = Status.Open,
            Flows = Flows(Status.Closed, Status.Open),
            Certainty = Certainty.Possible,
            Since = Now.AddHours(-3),
            Cause = "armed-clash",
            Quotes = [Quote],
            Reason = "first-claim",
            Alternatives =
            [
                new Alternative("kharlachi", "Kharlachi", Status.Closed, 118.4),
                new Alternative("ghulam-khan", "Ghulam Khan", Status.Open, 160.5),
            ],
        };

    public static IReadOnlyDictionary<Flow, Status> Flows(Status cargo, Status people) =>
        Torkham.Flows.ToDictionary(flow => flow, flow => flow.Mode == FlowMode.Cargo ? cargo : people);

    public static ComposedMessage In(
        string language,
        Alert alert,
        string zone = "Asia/Karachi",
        MessageLinks? links = null
    ) =>
        Alerts.Wording.Compose(alert, Torkham, Catalogs.For(language), zone, Now, links ?? new MessageLinks(Bot: true));
}
