using System.Diagnostics;
using System.Globalization;

namespace AlertWorker.Benchmarks;

/// <summary>How long something took for one message: by the clock, and of the processors' time, which a busy machine does not falsify.</summary>
internal readonly record struct Pace(TimeSpan Wall, TimeSpan Cpu)
{
    public static Pace None { get; } = new(TimeSpan.MaxValue, TimeSpan.MaxValue);

    public static async Task<Pace> Of(int messages, Func<Task> work)
    {
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return new Pace(Stopwatch.GetElapsedTime(start) / messages, (Environment.CpuUsage.TotalTime - cpu) / messages);
    }

    /// <summary>The better of both in each respect.</summary>
    public Pace Or(Pace other) => new(Min(Wall, other.Wall), Min(Cpu, other.Cpu));

    /// <summary>One line: both rates, and the first as a part of the second.</summary>
    public static string Compare(string name, Pace worker, string bareName, Pace bare) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {1 / worker.Wall.TotalSeconds:F0}/s ({worker.Cpu.TotalMicroseconds:F0} µs of a processor)   "
                + $"{bareName} {1 / bare.Wall.TotalSeconds:F0}/s ({bare.Cpu.TotalMicroseconds:F0} µs)   "
                + $"{name} / {bareName} = {bare.Wall / worker.Wall:F2} by the clock, {bare.Cpu / worker.Cpu:F2} by processor time"
        );

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
