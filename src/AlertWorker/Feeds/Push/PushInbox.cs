using System.Threading.Channels;

namespace AlertWorker.Feeds;

/// <summary>What hubs sent and nobody has read yet: a hub wants its answer at once (WebSub §7), reading may take longer.</summary>
public sealed class PushInbox
{
    /// <summary>Documents that may wait; a hub that is turned away tries again, and the pull finds what it does not bring.</summary>
    private const int Room = 16;

    private readonly Channel<PushedDocument> _waiting = Channel.CreateBounded<PushedDocument>(Room);

    /// <summary>False when there is no room.</summary>
    public bool TryPut(PushedDocument document) => _waiting.Writer.TryWrite(document);

    public IAsyncEnumerable<PushedDocument> Read(CancellationToken cancellation) =>
        _waiting.Reader.ReadAllAsync(cancellation);
}
