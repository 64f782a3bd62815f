using System.Buffers;
using System.Text;

namespace AlertWorker.Entries.Markup;

/// <summary>The characters of a document in borrowed memory: a fresh string for every poll of every feed would burden the collector.</summary>
internal sealed class TextBuffer : IDisposable
{
    private readonly bool _borrowed;
    private char[] _characters;

    private TextBuffer(char[] characters, int length, bool borrowed)
    {
        _characters = characters;
        Length = length;
        _borrowed = borrowed;
    }

    public int Length { get; private set; }

    public char this[int index] => _characters[index];

    /// <summary>Beyond this many bytes memory is not borrowed: the pool would round it up to the double and keep it.</summary>
    private const int LargestBorrowed = 512 * 1024;

    public static TextBuffer Decode(ReadOnlySpan<byte> body, Encoding encoding)
    {
        if (body.Length > LargestBorrowed)
        {
            var own = GC.AllocateUninitializedArray<char>(encoding.GetCharCount(body));
            return new TextBuffer(own, encoding.GetChars(body, own), borrowed: false);
        }
        var characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(body.Length));
        return new TextBuffer(characters, encoding.GetChars(body, characters), borrowed: true);
    }

    public static TextBuffer Of(string text) => new(text.ToCharArray(), text.Length, borrowed: false);

    public ReadOnlySpan<char> AsSpan() => _characters.AsSpan(0, Length);

    public ReadOnlySpan<char> AsSpan(int start) => _characters.AsSpan(start, Length - start);

    public ReadOnlySpan<char> AsSpan(int start, int length) => AsSpan().Slice(start, length);

    public override string ToString() => new(_characters, 0, Length);

    /// <summary>Gives the memory back; nothing may be read from the document afterwards.</summary>
    public void Dispose()
    {
        if (_borrowed && _characters.Length > 0)
            ArrayPool<char>.Shared.Return(_characters);
        (_characters, Length) = ([], 0);
    }
}
