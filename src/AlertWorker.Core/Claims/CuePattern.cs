namespace AlertWorker.Claims;

/// <summary>
/// The notation of cues: <c>closed for [all|any] traffic</c>, <c>закры*</c> for any ending, <c>has ... reopened</c> for up to
/// five words between, <c>no &lt;vehicle&gt;</c> for any word of a list. Everything is folded like the text.
/// </summary>
internal static class CuePattern
{
    /// <summary>A gap of up to <see cref="MaxGap"/> words.</summary>
    public const string Gap = "...";

    public const int MaxGap = 5;

    /// <summary>Every word sequence a cue stands for.</summary>
    public static IEnumerable<IReadOnlyList<string>> Expand(string cue)
    {
        var open = cue.IndexOf('[');
        if (open < 0)
        {
            var words = Words(cue);
            if (words.Count > 0)
                yield return words;
            yield break;
        }

        var close = cue.IndexOf(']', open);
        if (close < 0)
            throw new FormatException($"'{cue}': a bracket is not closed");
        foreach (var choice in cue[(open + 1)..close].Split('|'))
        foreach (var words in Expand(cue[..open] + choice + cue[(close + 1)..]))
            yield return words;
    }

    /// <summary>Whether an element of an expanded cue stands for a list: "&lt;vehicle&gt;".</summary>
    public static bool IsList(string element) => element.StartsWith('<');

    private static List<string> Words(string cue)
    {
        var words = new List<string>();
        foreach (var part in cue.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == Gap || IsList(part))
            {
                words.Add(part);
                continue;
            }

            var anyEnding = part.EndsWith('*');
            var tokens = Tokenizer.Read(TextFold.Fold(anyEnding ? part[..^1] : part));
            for (var i = 0; i < tokens.Count; i++)
                words.Add(tokens[i].Text + (anyEnding && i == tokens.Count - 1 ? "*" : ""));
        }

        return words;
    }
}
