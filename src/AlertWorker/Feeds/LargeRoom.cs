namespace AlertWorker.Feeds;

/// <summary>The right to hold a large body, taken when a body turns out to be one; given back only when nobody holds the body any more.</summary>
public sealed class LargeRoom(HostGate gate) : IDisposable
{
    private Turn? _turn;

    /// <summary>Waits until no other large body is held.</summary>
    public async Task Enter(CancellationToken cancellation) => _turn ??= await gate.EnterLarge(cancellation);

    public void Dispose() => _turn?.Dispose();
}
