using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>How sure a state is by domain.md §4.4: counted in independent voices, never in articles.</summary>
internal static class Proof
{
    /// <summary>A statement this strong makes a state likely by itself: a named office, or a reporter who saw it.</summary>
    public const int Likely = 3;

    /// <summary>An authority's own system.</summary>
    public const int Structured = 5;

    public static Certainty Of(ImmutableArray<Support> supports, string holder)
    {
        var official = false;
        var likely = false;
        foreach (var support in supports)
        {
            if (support.Strength >= Structured)
                return Certainty.Observed;
            likely |= support.Strength >= Likely;
            official |= support.OfficialOf is { } side && (holder.Length == 0 || side == holder);
        }
        var second = HasSecond(supports);
        return (official, likely, second) switch
        {
            (true, true, true) => Certainty.Observed,
            (_, true, _) or (_, _, true) => Certainty.Likely,
            _ => Certainty.Possible,
        };
    }

    /// <summary>True when what <paramref name="other"/> says adds to what <paramref name="one"/> says.</summary>
    public static bool Independent(Support one, Support other) =>
        !one.Copies
        && !other.Copies
        && one.Family != other.Family
        && one.Origin != other.Origin
        && (one.Voice is null || one.Voice != other.Voice);

    /// <summary>Channels and aggregators say it, and nobody who could answer for it.</summary>
    public static bool IsHearsay(ImmutableArray<Support> supports)
    {
        foreach (var support in supports)
            if (support.Strength > 1)
                return false;
        return true;
    }

    /// <summary>Two independent voices say it.</summary>
    public static bool HasSecond(ImmutableArray<Support> supports)
    {
        for (var i = 0; i < supports.Length; i++)
        for (var j = i + 1; j < supports.Length; j++)
            if (supports[i].Strength + supports[j].Strength > 2 && Independent(supports[i], supports[j]))
                return true;
        return false;
    }
}
