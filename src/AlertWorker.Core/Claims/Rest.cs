namespace AlertWorker.Claims;

/// <summary>What is said of the traffic an event does not touch.</summary>
/// <param name="Unaffected">The rest goes on as always.</param>
/// <param name="Scope">The class the event must then be about; not said when both or neither is named.</param>
/// <param name="Trucks">It is told of lorries alone: "only lorries are held".</param>
/// <param name="OtherWay">Traffic of the other direction goes on as always.</param>
/// <param name="Trickle">A few are let through, by the hour or the number.</param>
/// <param name="OthersWait">What opened, opened for one class of traffic: the other is not let through yet.</param>
internal readonly record struct Rest(
    bool Unaffected,
    Scope Scope,
    bool Trucks,
    bool OtherWay,
    bool Trickle,
    bool OthersWait
);
