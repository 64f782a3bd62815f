namespace AlertWorker.Hosting;

/// <summary>Waits for what a running worker does in its own time.</summary>
internal static class Eventually
{
    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public static async Task Is(Func<Task<bool>> so, string what, int seconds = 20)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await so())
        {
            if (TimeProvider.System.GetElapsedTime(started).TotalSeconds > seconds)
                throw new TimeoutException($"after {seconds} s still not so: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static Task Is(Func<bool> so, string what, int seconds = 20) =>
        Is(() => Task.FromResult(so()), what, seconds);
}
