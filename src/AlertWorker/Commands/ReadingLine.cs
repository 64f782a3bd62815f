using AlertWorker.Claims;

namespace AlertWorker.Commands;

/// <summary>What <c>detect</c> prints for an entry.</summary>
/// <param name="Id">The entry's.</param>
/// <param name="Language">ISO 639-1, or <c>und</c>.</param>
/// <param name="Claims">In the order of the text.</param>
/// <param name="Truncated">The text was over the cap and read only in part.</param>
internal sealed record ReadingLine(string Id, string Language, IReadOnlyList<ClaimLine> Claims, bool Truncated)
{
    public static ReadingLine Of(EntryLine line, ClaimReading reading) =>
        new(line.Id, reading.Language, [.. reading.Claims.Select(ClaimLine.Of)], reading.Truncated);
}
