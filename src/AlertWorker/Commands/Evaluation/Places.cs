using AlertWorker.Crossings;

namespace AlertWorker.Commands.Evaluation;

/// <summary>Knows when two names mean the same place: a claim on a whole border meets a label on one of its crossings, and the reverse.</summary>
internal sealed class Places(IReadOnlyDictionary<string, Crossing> crossings)
{
    private const string Border = "border:";

    public bool Same(string one, string other) => one == other || Covers(one, other) || Covers(other, one);

    private bool Covers(string border, string crossing) =>
        border.StartsWith(Border, StringComparison.Ordinal)
        && crossings.TryGetValue(crossing, out var found)
        && border[Border.Length..].Split('-').ToHashSet(StringComparer.Ordinal).SetEquals(found.Countries);
}
