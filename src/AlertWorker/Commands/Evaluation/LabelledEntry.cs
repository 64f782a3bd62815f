using System.Text.Json;

namespace AlertWorker.Commands.Evaluation;

/// <summary>An entry with its labels.</summary>
/// <param name="Line">The entry.</param>
/// <param name="Language">As labelled; <c>und</c> when the line does not say.</param>
/// <param name="Expected">What must be found; empty: nothing that alerts.</param>
/// <param name="AlsoOk">What is neither required nor wrong.</param>
internal sealed record LabelledEntry(
    EntryLine Line,
    string Language,
    IReadOnlyList<Label> Expected,
    IReadOnlyList<Label> AlsoOk
)
{
    /// <summary>Title and text, in which evidence must stand word for word.</summary>
    public string Whole => $"{Line.Entry.Title}\n{Line.Entry.Content}";

    /// <exception cref="UsageException">The line carries no labels, or they cannot be read.</exception>
    public static LabelledEntry Of(EntryLine line)
    {
        if (!line.Json.TryGetProperty("expected", out var expected))
            throw new UsageException($"entry {line.Id} has no labels; evaluate needs expected in every line");
        try
        {
            var alsoOk = line.Json.TryGetProperty("alsoOk", out var also) ? Labels(also) : [];
            return new LabelledEntry(line, line.Entry.Language ?? "und", Labels(expected), alsoOk);
        }
        catch (JsonException fault)
        {
            throw new UsageException($"entry {line.Id}: its labels cannot be read: {fault.Message}");
        }
    }

    private static IReadOnlyList<Label> Labels(JsonElement list) =>
        list.Deserialize<IReadOnlyList<Label>>(JsonSerializerOptions.Web) ?? [];
}
