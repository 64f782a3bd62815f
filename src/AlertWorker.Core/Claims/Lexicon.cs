using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlertWorker.Claims;

/// <summary>
/// The cues of one language: a file of <c>config/languages</c>. Every cue is a phrase in the small notation of
/// <see cref="CuePattern"/>: words, <c>clos*</c> for any ending, <c>[is|was]</c> for alternatives, <c>...</c> for up to five words
/// between, <c>&lt;vehicle&gt;</c> for any word of a list of the lexicon.
/// </summary>
public sealed record Lexicon
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>The language's name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Only the words for closed and open are known: whatever is read stays <see cref="Certainty.Possible"/>.</summary>
    public bool Brief { get; init; }

    public required LanguageMarks Detect { get; init; }

    /// <summary>Endings a foreign place name may take ("Торхам" + "е"); letters of the language, folded or not.</summary>
    public IReadOnlyList<string> NameEndings { get; init; } = [];

    /// <summary>Letters that may stand before a name without a space ("ب" in "بمعبر").</summary>
    public IReadOnlyList<string> NamePrefixes { get; init; } = [];

    /// <summary>Shortened words whose dot ends no sentence: "Gen", "Jan".</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Small words that may stand between the words of any cue without changing it: "also", "temporarily", "officially".</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>Words that cues name together, as <c>&lt;name&gt;</c>: vehicles, words for passing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What is done to a crossing.</summary>
    public IReadOnlyList<EventCues> Events { get; init; } = [];

    /// <summary>Everything else that is known by its class alone.</summary>
    public IReadOnlyDictionary<CueClass, IReadOnlyList<string>> Cues { get; init; } =
        new Dictionary<CueClass, IReadOnlyList<string>>();

    /// <summary>Words for causes, by the names of <see cref="Causes"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Causes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Names, adjectives and capitals of countries, by ISO 3166 code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Countries { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Monday first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Weekdays { get; init; } = [];

    /// <summary>January first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Months { get; init; } = [];

    /// <summary>Months of the solar Hijri year, Farvardin (Hamal) first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SolarMonths { get; init; } = [];

    /// <summary>Number words: "two" → 2, for "two days", "third day".</summary>
    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();

    /// <summary>Reads a lexicon file.</summary>
    /// <exception cref="JsonException">The text is not a lexicon, or a cue is not in the notation; path and message say where and what.</exception>
    public static Lexicon Parse(string json)
    {
        var lexicon =
            JsonSerializer.Deserialize<Lexicon>(json, Options) ?? throw new JsonException("the file is empty");
        LexiconCheck.Run(lexicon);
        return lexicon;
    }
}
