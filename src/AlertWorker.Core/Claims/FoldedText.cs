namespace AlertWorker.Claims;

/// <summary>A folded text and, for each of its characters, the offset it stands for in the original.</summary>
public sealed class FoldedText
{
    private readonly char[] chars;
    private readonly int[] origin;

    internal FoldedText(string original, char[] chars, int[] origin, int length)
    {
        Original = original;
        this.chars = chars;
        this.origin = origin;
        Length = length;
    }

    /// <summary>The text before folding.</summary>
    public string Original { get; }

    public int Length { get; }

    public ReadOnlySpan<char> Span => chars.AsSpan(0, Length);

    /// <summary>Offset in the original, UTF-16 units, of the folded character at <paramref name="index"/>; the original's length at the end.</summary>
    public int OriginOf(int index) => origin[index];

    /// <summary>Whether the original begins there with a capital.</summary>
    public bool IsCapital(int index) => index < Length && char.IsUpper(Original[origin[index]]);

    public override string ToString() => new(chars, 0, Length);
}
