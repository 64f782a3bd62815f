using System.Buffers;

namespace AlertWorker.Feeds;

/// <summary>Collects bytes of unknown number in rented pieces: a body over the cap never costs more than the cap.</summary>
internal sealed class ChunkedBytes : IDisposable
{
    private const int Size = 64 * 1024;
    private readonly List<byte[]> _chunks = [];
    private int _used = Size;
    private byte[]? _whole;
    private int _length;

    public int Length => _length;

    /// <summary>Room for more. Always a piece of its own: a connection remembers the last memory it read into for as long as it is kept.</summary>
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

    public void Advance(int count)
    {
        if (_whole is not null)
            _chunks[^1].AsSpan(0, count).CopyTo(_whole.AsSpan(_length));
        else
            _used += count;
        _length += count;
    }

    /// <summary>Goes on in one piece with room for a little more than <paramref name="most"/> bytes, so that many need not be copied at the end.</summary>
    public void Widen(int most)
    {
        var whole = GC.AllocateUninitializedArray<byte>(most + Size);
        CopyTo(whole.AsSpan(0, _length));
        Dispose();
        _whole = whole;
    }

    public ReadOnlyMemory<byte> ToMemory()
    {
        if (_whole is not null)
            return _whole.AsMemory(0, _length);
        var all = new byte[_length];
        CopyTo(all);
        return all;
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks)
            ArrayPool<byte>.Shared.Return(chunk);
        _chunks.Clear();
        _used = Size;
    }

    private void CopyTo(Span<byte> all)
    {
        for (var (i, at) = (0, 0); at < all.Length; i++, at += Size)
            _chunks[i].AsSpan(0, Math.Min(Size, all.Length - at)).CopyTo(all[at..]);
    }
}
