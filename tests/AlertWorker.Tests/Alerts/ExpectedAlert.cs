using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>One alert a day must lead to.</summary>
public sealed record ExpectedAlert
{
    /// <summary>Kinds that will do.</summary>
    public required IReadOnlyList<AlertKind> Kinds { get; init; }

    public required string Crossing { get; init; }

    public required DateTimeOffset After { get; init; }

    public required DateTimeOffset Before { get; init; }

    public Status? Status { get; init; }

    public Certainty? MinCertainty { get; init; }

    public Certainty? MaxCertainty { get; init; }

    /// <summary>By "cargo" or "people": states that will do, in every direction.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Status>> Flows { get; init; } =
        new Dictionary<string, IReadOnlyList<Status>>();

    /// <summary>Entries it must rest on.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    public bool Fits(Alert alert) =>
        alert.Crossing == Crossing
        && Kinds.Contains(alert.Kind)
        && alert.At >= After
        && alert.At <= Before
        && (Status is null || alert.Status == Status)
        && (MinCertainty is null || alert.Certainty >= MinCertainty)
        && (MaxCertainty is null || alert.Certainty <= MaxCertainty)
        && FlowsFit(alert.Flows, Flows)
        && Because.All(alert.Because.Contains);

    public static bool FlowsFit(
        IReadOnlyDictionary<Crossings.Flow, Status> flows,
        IReadOnlyDictionary<string, IReadOnlyList<Status>> expected
    ) =>
        expected.All(mode =>
            flows
                .Where(flow => flow.Key.ToString().StartsWith(mode.Key, StringComparison.Ordinal))
                .All(flow => mode.Value.Contains(flow.Value))
        );
}
