namespace AlertWorker.Claims;

/// <summary>A folded text and, for each of its characters, the offset it stands for in the original.</summary>
public sealed class FoldedText
{
    private readonly char[] chars;

    // Most texts say nothing of a crossing, and nobody asks where their characters came from.
    private int[]? origins;

    internal FoldedText(string original, char[] chars, int length)
    {
        Original = original;
        this.chars = chars;
        Length = length;
    }

    /// <summary>The text before folding.</summary>
    public string Original { get; }

    public int Length { get; }

    public ReadOnlySpan<char> Span => chars.AsSpan(0, Length);

    /// <summary>Offset in the original, UTF-16 units, of the folded character at <paramref name="index"/>; the original's length at the end.</summary>
    public int OriginOf(int index) => (origins ??= TextFold.Origins(this))[index];

    /// <summary>Whether the original begins there with a capital.</summary>
    public bool IsCapital(int index) => index < Length && char.IsUpper(Original[OriginOf(index)]);

    public override string ToString() => new(chars, 0, Length);
}
