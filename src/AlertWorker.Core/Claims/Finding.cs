namespace AlertWorker.Claims;

/// <summary>One statement about a crossing, as a clause makes it, before the whole entry is weighed.</summary>
internal sealed record Finding
{
    /// <summary>Stands before the pair of countries where all their crossings are meant (contracts.md §4).</summary>
    public const string BorderPrefix = "border:";

    /// <summary>A crossing's id or a border pair.</summary>
    public required string Crossing { get; init; }

    /// <summary>Said of all crossings between two countries.</summary>
    public bool IsOfBorder => Crossing.StartsWith(BorderPrefix, StringComparison.Ordinal);

    public required Change Change { get; init; }

    public required Stance Stance { get; init; }

    public required CueHit Event { get; init; }

    public required Clause Clause { get; init; }

    /// <summary>The statement is of a state ("is open"), not of an event.</summary>
    public bool IsState { get; init; }

    /// <summary>The clause says since when, or that it is so again.</summary>
    public bool SaysSince { get; init; }

    /// <summary>Stands in a line marked as an update.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>What was expected has not come: "has yet to reopen".</summary>
    public bool IsNotYet { get; init; }

    /// <summary>An earlier state is said to last: "remains closed", "has yet to reopen".</summary>
    public bool IsStillSo => IsNotYet || Event.Cue.Event!.Form == EventForm.Remains;

    /// <summary>Things go on as always.</summary>
    public bool IsUsual { get; init; }

    public bool Ongoing { get; init; }

    /// <summary>The class of traffic meant: of a closure or restriction what is held up, of a reopening what passes.</summary>
    public Scope Scope { get; init; }

    /// <summary>Told by what alone may pass: "only cars are let through".</summary>
    public bool OnlyOthersPass { get; init; }

    /// <summary>Opened for the class of its scope and, it is said, for that alone.</summary>
    public bool IsForOneClass { get; init; }

    /// <summary>Only part of what the scope names, or only at times.</summary>
    public bool Partly { get; init; }

    /// <summary>Opened for some goods only.</summary>
    public bool SomeGoods { get; init; }

    public bool Exception { get; init; }

    /// <summary>Told by its effect: "not a single lorry has been cleared".</summary>
    public bool NothingFlows { get; init; }

    /// <summary>The rest of the traffic is said to go on.</summary>
    public bool RestUnaffected { get; init; }

    /// <summary>Cargo is meant by its vehicles: "no lorries".</summary>
    public bool Trucks { get; init; }

    public Direction? Direction { get; init; }

    public string? ActingSide { get; init; }

    public Moment When { get; init; }

    public Moment Until { get; init; }

    /// <summary>0 for a bare verbal noun, 1 for what stands near the place only by context, 2 for a plain statement.</summary>
    public int Weight { get; init; } = 2;

    /// <summary>Stands beside the main finding for the other class of traffic.</summary>
    public bool IsComplement { get; init; }

    public bool Hearsay { get; init; }

    /// <summary>Rules that decided, in order.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The class that passes where <see cref="OnlyOthersPass"/>.</summary>
    public Scope PassingScope =>
        Scope switch
        {
            Scope.Trade => Scope.People,
            Scope.People => Scope.Trade,
            _ => Scope.NotSaid,
        };

    /// <summary>One is about cargo, the other about people.</summary>
    public bool IsOtherClass(Finding other) =>
        (Scope, other.Scope) is (Scope.Trade, Scope.People) or (Scope.People, Scope.Trade);

    public bool Worse => Change is Change.Closure or Change.Restriction;
}
