namespace AlertWorker.Storage;

/// <summary>Wakes the delivering side of this process when new deliveries are committed.</summary>
public sealed class DeliverySignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next wake; take it before looking into the store, so that nothing falls between.</summary>
    public Task Next => _next.Task;

    /// <summary>To be called after the commit.</summary>
    public void Wake() =>
        Interlocked
            .Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();
}
