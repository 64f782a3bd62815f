using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>The thresholds of the fold. A second set of them is what runs in shadow mode.</summary>
public sealed record FoldRules
{
    private static readonly Dictionary<string, TimeSpan> Memory = new(StringComparer.Ordinal)
    {
        ["weather"] = TimeSpan.FromHours(36),
        ["congestion"] = TimeSpan.FromHours(48),
        ["customs-outage"] = TimeSpan.FromDays(14),
        ["road-blocked"] = TimeSpan.FromDays(30),
        ["strike"] = TimeSpan.FromDays(30),
        ["vip-visit"] = TimeSpan.FromDays(7),
        ["election"] = TimeSpan.FromDays(10),
        ["holiday"] = TimeSpan.FromDays(10),
        ["disaster"] = TimeSpan.FromDays(21),
        ["maintenance"] = TimeSpan.FromDays(30),
        ["security-alert"] = TimeSpan.FromDays(45),
        ["armed-clash"] = TimeSpan.FromDays(45),
        ["political"] = TimeSpan.FromDays(45),
        ["policy"] = TimeSpan.FromDays(60),
        ["health"] = TimeSpan.FromDays(60),
        ["construction-dispute"] = TimeSpan.FromDays(45),
        ["capture"] = TimeSpan.FromDays(45),
        ["documents"] = TimeSpan.FromDays(45),
    };

    /// <summary>How long a state worse than open is believed without refresh, by cause (domain.md §4.8); a cause that is not named keeps its time.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Decay
    {
        get;
        init =>
            field = Memory
                .Concat(value)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(cause => cause.Key, cause => cause.Last().Value, StringComparer.Ordinal);
    } = Memory;

    /// <summary>Decay where no cause is known.</summary>
    public TimeSpan DecayOtherwise { get; init; } = TimeSpan.FromDays(45);

    /// <summary>A closure that only hearsay told (a channel, an aggregator) and nobody else takes up is believed this long, whatever its cause.</summary>
    public TimeSpan HearsayFades { get; init; } = TimeSpan.FromDays(7);

    /// <summary>An open state fades silently after this long without news.</summary>
    public TimeSpan OpenFades { get; init; } = TimeSpan.FromDays(90);

    /// <summary>News whose event is older than this when first seen builds status and alerts nobody.</summary>
    public TimeSpan HistoryAfter { get; init; } = TimeSpan.FromHours(72);

    /// <summary>A closure of which the first word comes this long after it began builds status and alerts nobody.</summary>
    public TimeSpan StandingAfter { get; init; } = TimeSpan.FromDays(21);

    /// <summary>Claims within this of the newest may still arrive in any order.</summary>
    public TimeSpan LateWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A promise with an hour is overdue this long after it.</summary>
    public TimeSpan OverdueAfterHour { get; init; } = TimeSpan.FromHours(3);

    /// <summary>The same for an hour of the night.</summary>
    public TimeSpan OverdueAfterNight { get; init; } = TimeSpan.FromHours(9);

    /// <summary>A promise for a day is overdue this long after the day began.</summary>
    public TimeSpan OverdueAfterDay { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A day named as the end of a closure is overdue this long after it began: "until Tuesday" may include Tuesday, and gates open in working hours.</summary>
    public TimeSpan OverdueAfterEnd { get; init; } = TimeSpan.FromHours(36);

    /// <summary>A reopening this fresh is not yet what is known: a contradiction brings the closure back.</summary>
    public TimeSpan ReopeningSettles { get; init; } = TimeSpan.FromHours(60);

    /// <summary>How long an official "it is open" outweighs a rumour of closure.</summary>
    public TimeSpan DenialHolds { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Two organs that contradict each other within this time are in dispute; later it is a change.</summary>
    public TimeSpan DisputeWindow { get; init; } = TimeSpan.FromHours(18);

    /// <summary>A dissenting word is forgotten when the other side's is still repeated after this long.</summary>
    public TimeSpan DisputeFades { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A stronger source is told as a confirmation when what was told was at most this certain.</summary>
    public Certainty ConfirmUpTo { get; init; } = Certainty.Possible;

    /// <summary>Most statements kept to show where a state comes from.</summary>
    public int Supports { get; init; } = 6;

    /// <summary>Most claims kept to be folded again when one arrives late.</summary>
    public int LateClaims { get; init; } = 16;

    /// <summary>Most texts remembered to recognise a copy.</summary>
    public int Texts { get; init; } = 40;

    public TimeSpan DecayOf(string? cause) => Decay.GetValueOrDefault(cause ?? "", DecayOtherwise);
}
