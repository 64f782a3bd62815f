namespace AlertWorker.Claims;

/// <summary>A stretch of a sentence between marks or words that begin a new statement.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Sentence">Number of the sentence it belongs to.</param>
/// <param name="InTitle">It stands in the headline.</param>
internal sealed record Clause(int First, int End, int Sentence, bool InTitle)
{
    public bool Holds(CueHit hit) => hit.First >= First && hit.Last < End;
}
