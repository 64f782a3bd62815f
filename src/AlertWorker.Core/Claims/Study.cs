namespace AlertWorker.Claims;

/// <summary>A text taken apart and read, before the findings of each crossing are weighed.</summary>
/// <param name="Language">Of most of the text, ISO 639-1.</param>
/// <param name="Passage">Its tokens, cues, clauses and places.</param>
/// <param name="Findings">Every statement, in the order of the text.</param>
/// <param name="Writer">Turns what is left after the weighing into claims.</param>
internal sealed record Study(string Language, Passage Passage, List<Finding> Findings, ClaimWriter Writer);
