using System.Text;

namespace AlertWorker.Entries;

/// <summary>Unicode encodings that show in the first bytes (Unicode 16 §23.8, XML 1.0 appendix F.1).</summary>
internal static class ByteOrder
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The encoding and the length of its mark (0 when the zeros alone give it away); null for one-byte units.</summary>
    public static (Encoding Encoding, int Mark)? Find(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0x00, 0x00, 0xFE, 0xFF, ..] => (Utf32BigEndian, 4),
            [0xFF, 0xFE, ..] when LooksWide(body[2..]) => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] when LooksWide(body[2..]) => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [not 0, 0, 0, 0, not 0, 0, 0, 0, ..] => (Encoding.UTF32, 0),
            [0, 0, 0, not 0, 0, 0, 0, not 0, ..] => (Utf32BigEndian, 0),
            [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
            [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
            _ => null,
        };

    /// <summary>A mark in front of plain ASCII is a mistake of the publisher: there must be a zero byte somewhere.</summary>
    private static bool LooksWide(ReadOnlySpan<byte> body) =>
        body.Length < 4 || body[..Math.Min(body.Length, 4096)].Contains((byte)0);
}
