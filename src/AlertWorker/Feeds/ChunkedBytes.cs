using System.Buffers;

namespace AlertWorker.Feeds;

/// <summary>Collects bytes of unknown number in rented pieces: a body over the cap never costs more than the cap.</summary>
internal sealed class ChunkedBytes : IDisposable
{
    private const int Size = 64 * 1024;
    private readonly List<byte[]> _chunks = [];
    private int _used = Size;

    public int Length => (_chunks.Count * Size) - (Size - _used);

    /// <summary>Room for more.</summary>
    public Memory<byte> Free
    {
        get
        {
            if (_used == Size)
            {
                _chunks.Add(ArrayPool<byte>.Shared.Rent(Size));
                _used = 0;
            }
            return _chunks[^1].AsMemory(_used, Size - _used);
        }
    }

    public void Advance(int count) => _used += count;

    public byte[] ToArray()
    {
        var all = new byte[Length];
        for (var (i, at) = (0, 0); at < all.Length; i++, at += Size)
            _chunks[i].AsSpan(0, Math.Min(Size, all.Length - at)).CopyTo(all.AsSpan(at));
        return all;
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks)
            ArrayPool<byte>.Shared.Return(chunk);
        _chunks.Clear();
    }
}
