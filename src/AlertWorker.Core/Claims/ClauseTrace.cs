namespace AlertWorker.Claims;

/// <summary>What was seen in one clause.</summary>
/// <param name="Text">The clause as it stands.</param>
/// <param name="Places">Names of crossings and which are meant.</param>
/// <param name="Cues">Words and phrases of the lexicon and their meaning.</param>
/// <param name="Decisions">What was found to be said of each crossing, with the rules that decided.</param>
public sealed record ClauseTrace(
    string Text,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Cues,
    IReadOnlyList<string> Decisions
);
