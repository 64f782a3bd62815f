namespace AlertWorker.Claims;

/// <summary>By what a text is known to be in a language.</summary>
public sealed record LanguageMarks
{
    /// <summary>Script as in <c>Scripts.NameOf</c>: Latin, Cyrillic, Arabic, Devanagari, Han …</summary>
    public required string Script { get; init; }

    /// <summary>Letters that tell it from other languages of the script ("ښځڅ"), each counted like a word; unfolded.</summary>
    public string Letters { get; init; } = "";

    /// <summary>Common small words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
