namespace AlertWorker.Hosting;

/// <summary>Waits for what a running worker does in its own time. How long that takes says nothing: machines are slow, and busy.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until the answer is yes.</summary>
    /// <param name="seconds">After so long it is taken for a no.</param>
    /// <exception cref="TimeoutException">It never was.</exception>
    public static async Task Is(Func<Task<bool>> so, string what, int seconds = 120)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            if (TimeProvider.System.GetElapsedTime(started).TotalSeconds > seconds)
                throw new TimeoutException($"after {seconds} s still not so: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public static Task Is(Func<bool> so, string what, int seconds = 120) =>
        Is(() => Task.FromResult(so()), what, seconds);
}
