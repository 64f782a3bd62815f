namespace AlertWorker.Channels;

/// <summary>Waiting by the given clock.</summary>
internal static class TimeProviderDelay
{
    public static Task Delay(this TimeProvider time, TimeSpan length, CancellationToken cancellation) =>
        Task.Delay(length, time, cancellation);
}
