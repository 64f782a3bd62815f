using System.Numerics;
using System.Runtime.Intrinsics;

namespace AlertWorker.Crossings;

/// <summary>
/// A text's runs of words thrown into 32 boxes, of each the smallest hash, of that one byte; 0 for an empty box.
/// Two texts agree in as many boxes as they have runs in common (one-permutation, one-byte MinHash), to within 9 %.
/// </summary>
public readonly record struct RunSketch(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    public const int Boxes = 32;

    /// <summary>With fewer boxes filled a text says too little to call anything a copy.</summary>
    private const int TooSmall = 8;

    /// <summary>True when two texts have at least this share of their runs in common, 0 … 1; false for texts too short to say.</summary>
    public bool Resembles(RunSketch other, double share)
    {
        var (one, two) = (Bytes, other.Bytes);
        var (ours, theirs) = (Filled(one), Filled(two));
        var common = Vector256.Equals(one, two).ExtractMostSignificantBits() & ours;
        return BitOperations.PopCount(ours) >= TooSmall
            && BitOperations.PopCount(theirs) >= TooSmall
            && BitOperations.PopCount(common) >= share * BitOperations.PopCount(ours | theirs);
    }

    /// <summary>The sketch of the smallest hash of every box; <see cref="uint.MaxValue"/> for an empty one.</summary>
    internal static RunSketch Of(ReadOnlySpan<uint> smallest)
    {
        Span<byte> boxes = stackalloc byte[Boxes];
        for (var i = 0; i < Boxes; i++)
            boxes[i] = smallest[i] == uint.MaxValue ? (byte)0 : (byte)(1 + (smallest[i] % 255));
        var words = Vector256.Create<byte>(boxes).AsUInt64();
        return new RunSketch(words[0], words[1], words[2], words[3]);
    }

    private Vector256<byte> Bytes => Vector256.Create(First, Second, Third, Fourth).AsByte();

    private static uint Filled(Vector256<byte> boxes) =>
        ~Vector256.Equals(boxes, Vector256<byte>.Zero).ExtractMostSignificantBits();
}
