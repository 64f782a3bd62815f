using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlertWorker.Claims;

/// <summary>
/// Passes over the words of a text with which no alias begins. It keeps one bit for each opening of three, four and six letters,
/// found by multiplication: few bits are set by chance, none that should be is missing.
/// </summary>
internal sealed class OpeningFilter
{
    /// <summary>Letters of the longest opening.</summary>
    public const int Longest = 6;

    /// <summary>Letters that one number holds.</summary>
    private const int Four = 4;

    private const ulong Three = 0xFFFF_FFFF_FFFF;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const int ThreeShift = 64 - 15;
    private const int FourShift = 64 - 18;
    private const int SixShift = 64 - 18;

    // From Hebrew on, scripts write small words together with the name or use no spaces at all.
    private const char FirstJoined = '\u0590';

    private readonly Kind[] kinds = new Kind[char.MaxValue + 1];
    private readonly uint[] threes = new uint[1 << (64 - ThreeShift - 5)];
    private readonly uint[] fours = new uint[1 << (64 - FourShift - 5)];
    private readonly uint[] sixes = new uint[1 << (64 - SixShift - 5)];

    public OpeningFilter()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            kinds[c] = Scripts.IsWordPart((char)c) ? Kind.InWord : Kind.None;
    }

    [Flags]
    private enum Kind : byte
    {
        None = 0,

        /// <summary>A letter or digit.</summary>
        InWord = 1,

        /// <summary>Some alias that begins with it has an opening of one letter or two.</summary>
        Short = 2,

        /// <summary>Aliases begin with it where a word begins …</summary>
        Begins = 4,

        /// <summary>… and inside words.</summary>
        BeginsInside = 8,
    }

    /// <summary>The lengths an opening may be cut to.</summary>
    public static ReadOnlySpan<int> KeptLengths => [6, 4, 3, 2, 1];

    /// <summary>One to six letters as one number: the letters themselves up to four, mixed beyond.</summary>
    public static ulong Key(ReadOnlySpan<char> opening)
    {
        var key = 0UL;
        for (var i = Math.Min(opening.Length, Four) - 1; i >= 0; i--)
            key = (key << 16) | opening[i];
        return opening.Length <= Four ? key : Six(key, opening[4] | ((uint)opening[5] << 16));
    }

    /// <param name="opening">One to four letters, or six, with which an alias begins, whatever its form.</param>
    public void Add(ReadOnlySpan<char> opening)
    {
        if (!Scripts.IsWordPart(opening[0]))
            return;
        kinds[opening[0]] |= opening[0] >= FirstJoined ? Kind.Begins | Kind.BeginsInside : Kind.Begins;
        if (opening.Length < 3)
            kinds[opening[0]] |= Kind.Short;
        else if (opening.Length == 3)
            Set(threes, Slot(Key(opening), ThreeShift));
        else if (opening.Length == Four)
            Set(fours, Slot(Key(opening), FourShift));
        else
            Set(sixes, Slot(Key(opening), SixShift));
    }

    /// <summary>The first position from <paramref name="from"/> on at which an alias may begin; -1 when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        var before = from > 0 ? kinds[text[from - 1]] : Kind.None;
        for (var i = from; i < text.Length - 1; i++)
        {
            var kind = kinds[text[i]];
            // Without a branch: Begins counts unless the letter before is of a word.
            var wanted = (int)(Kind.Begins | Kind.BeginsInside) ^ ((int)(before & Kind.InWord) << 2);
            if (((byte)kind & wanted) != 0 && LengthsAt(text, i, kind).Any)
                return i;
            before = kind;
        }

        return -1;
    }

    /// <summary>How long the openings are that may stand at a position.</summary>
    public OpeningLengths Lengths(ReadOnlySpan<char> text, int at) => LengthsAt(text, at, kinds[text[at]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OpeningLengths LengthsAt(ReadOnlySpan<char> text, int at, Kind kind)
    {
        var lengths = ((byte)kind & (byte)Kind.Short) * 3; // one letter and two
        var rest = text[at..];
        if (rest.Length < Longest)
            return new OpeningLengths(lengths | 1 << 3 | 1 << Four);
        var letters = MemoryMarshal.AsBytes(rest[..Longest]);
        var four = MemoryMarshal.Read<ulong>(letters);
        var six = Six(four, MemoryMarshal.Read<uint>(letters[sizeof(ulong)..]));
        return new OpeningLengths(
            lengths
                | (int)(Bits(threes, Slot(four & Three, ThreeShift)) & 1) << 3
                | (int)(Bits(fours, Slot(four, FourShift)) & 1) << Four
                | (int)(Bits(sixes, Slot(six, SixShift)) & 1) << Longest
        );
    }

    private static ulong Six(ulong four, uint two) => four ^ (two * Multiplier);

    private static uint Slot(ulong key, int shift) => (uint)((key * Multiplier) >> shift);

    private static uint Bits(uint[] map, uint slot) => map[slot >> 5] >> (int)(slot & 31);

    private static void Set(uint[] map, uint slot) => map[slot >> 5] |= 1u << (int)(slot & 31);
}
