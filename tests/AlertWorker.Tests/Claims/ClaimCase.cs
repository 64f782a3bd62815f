using System.Text.Json;

namespace AlertWorker.Claims;

/// <summary>One line of <c>Corpus/claims/xx.jsonl</c>: an entry in our own words and what it must be read as.</summary>
/// <param name="Name">A sentence that says what the case teaches.</param>
/// <param name="Published">The entry's date; 14 July 2021, 10:00 UTC when left out.</param>
/// <param name="Expect">Every alerting claim and every announced one; empty for an entry that must not alert.</param>
public sealed record ClaimCase(
    string Name,
    string? Title,
    string? Text,
    DateTimeOffset? Published,
    IReadOnlyList<ExpectedClaim> Expect
)
{
    public static IEnumerable<(string File, int Line, ClaimCase Case)> All() =>
        from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "claims"), "*.jsonl")
        from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where line.text.Length > 0
        select (Path.GetFileName(file), line.number, JsonSerializer.Deserialize<ClaimCase>(line.text, Json)!);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
