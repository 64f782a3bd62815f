namespace AlertWorker.Claims;

/// <summary>The cues of one language: a file of <c>config/languages</c>.</summary>
public sealed record Lexicon
{
    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>Reads a lexicon file.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not a lexicon; the message says where.</exception>
    public static Lexicon Parse(string json) =>
        System.Text.Json.JsonSerializer.Deserialize<Lexicon>(json, System.Text.Json.JsonSerializerOptions.Web)!;
}
