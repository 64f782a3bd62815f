namespace AlertWorker.Channels;

/// <summary>When to try again: within 5 s, then doubling with jitter up to an hour, for 24 h (<c>contracts.md</c> §7).</summary>
public static class Backoff
{
    /// <summary>After so long without success a delivery is given up.</summary>
    public static TimeSpan GiveUpAfter { get; } = TimeSpan.FromHours(24);

    private const double FirstSeconds = 4;
    private const double MostSeconds = 3600;

    /// <summary>The wait before the next try.</summary>
    /// <param name="tries">Tries that failed so far, this one included; from 1.</param>
    /// <param name="chance">From 0 up to 1: spreads retries of many deliveries over the upper half of the wait.</param>
    public static TimeSpan After(int tries, double chance)
    {
        var full = Math.Min(MostSeconds, FirstSeconds * Math.Pow(2, Math.Min(tries - 1, 20)));
        return TimeSpan.FromSeconds(full * (0.5 + chance / 2));
    }
}
