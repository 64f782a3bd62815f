using System.Text.Json;

namespace AlertWorker.Claims;

/// <summary>Finds cues that no grammar could be built of, so that a faulty lexicon is refused when it is read and not when a text is.</summary>
internal static class LexiconCheck
{
    private static readonly char[] Divisions = [' ', '[', ']', '|'];

    /// <exception cref="JsonException">The first fault, with its path.</exception>
    public static void Run(Lexicon lexicon)
    {
        foreach (var (name, members) in lexicon.Lists)
            for (var i = 0; i < members.Count; i++)
            {
                Cue(members[i], lexicon, $"lists.{name}[{i}]");
                if (CuePattern.Expand(members[i]).FirstOrDefault(words => words.Count != 1) is { } words)
                    throw Fault($"lists.{name}[{i}]", $"'{string.Join(' ', words)}' is more than one word");
            }

        foreach (var (events, i) in lexicon.Events.Select((events, i) => (events, i)))
            All(events.Cues, lexicon, $"events[{i}].cues");
        foreach (var (cueClass, cues) in lexicon.Cues)
            All(cues, lexicon, $"cues.{JsonNamingPolicy.KebabCaseLower.ConvertName(cueClass.ToString())}");
        foreach (var (cause, cues) in lexicon.Causes)
            All(cues, lexicon, $"causes.{cause}");
        foreach (var (country, cues) in lexicon.Countries)
            All(cues, lexicon, $"countries.{country}");
    }

    private static void All(IReadOnlyList<string> cues, Lexicon lexicon, string path)
    {
        for (var i = 0; i < cues.Count; i++)
            Cue(cues[i], lexicon, $"{path}[{i}]");
    }

    private static void Cue(string cue, Lexicon lexicon, string path)
    {
        var open = false;
        foreach (var letter in cue.Where(letter => letter is '[' or ']'))
            open = open != (letter == '[') ? letter == '[' : throw Fault(path, $"'{cue}': the brackets do not match");
        if (open)
            throw Fault(path, $"'{cue}': a bracket is not closed");
        foreach (var word in cue.Split(Divisions).Where(word => word.Contains('<')))
            if (!word.StartsWith('<') || !word.EndsWith('>') || !lexicon.Lists.ContainsKey(word[1..^1]))
                throw Fault(path, $"'{word}': the lexicon has no list of this name");
        if (CuePattern.Expand(cue).SelectMany(words => words).FirstOrDefault(IsGlued) is { } glued)
            throw Fault(path, $"'{glued}': a list stands for a whole word");
    }

    private static bool IsGlued(string element) =>
        element.Contains('<') && !(CuePattern.IsList(element) && element.IndexOf('>') == element.Length - 1);

    private static JsonException Fault(string path, string problem) => new(problem, path, null, null);
}
