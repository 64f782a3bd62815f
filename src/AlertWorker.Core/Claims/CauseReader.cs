namespace AlertWorker.Claims;

/// <summary>Finds why: the cause named in the sentence of the statement, else in the headline, else in a neighbouring sentence.</summary>
internal static class CauseReader
{
    public static string? Of(Passage passage, Clause clause)
    {
        int[] sentences = [clause.Sentence, 0, clause.Sentence + 1, clause.Sentence - 1, clause.Sentence + 2];
        foreach (var sentence in sentences)
            if (
                passage.InSentence(sentence).FirstOrDefault(hit => hit.Cue.Kind == CueKind.Cause) is
                { Cue: not null } cause
            )
                return cause.Cue.Name;
        return null;
    }
}
