using System.Runtime.InteropServices;

namespace AlertWorker.Claims;

/// <summary>
/// Numbers for the words of a lexicon's cues. A word of a text may have several: its own, that of each list it is in, and that of
/// each beginning ("закры*") it has.
/// </summary>
internal sealed class CueVocabulary
{
    private const int LongestOpening = 4;

    private readonly Dictionary<string, int> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> idsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<(string Beginning, int Id)>> beginnings = [];

    /// <summary>The greatest number given.</summary>
    public int LastId { get; private set; } = CueTrie.Negation;

    /// <summary>Gives words, or beginnings, a number of their kind beside their own.</summary>
    public void Mark(int kind, IEnumerable<string> words)
    {
        foreach (var word in words)
            File(word, kind);
    }

    /// <summary>Files each word of a list under the list's own number, so that one edge of the trie stands for all of them.</summary>
    /// <exception cref="FormatException">A member is more than one word.</exception>
    public void AddList(string name, IReadOnlyList<string> members)
    {
        var id = elements[$"<{name}>"] = ++LastId;
        foreach (var words in members.SelectMany(CuePattern.Expand))
            File(
                words is [var only]
                    ? only
                    : throw new FormatException($"lists.{name}: '{string.Join(' ', words)}' is more than one word"),
                id
            );
    }

    /// <summary>The number of an element of an expanded cue: a word, a beginning, a list or a gap.</summary>
    /// <exception cref="FormatException">No list has the name.</exception>
    public int IdFor(string element)
    {
        if (element == CuePattern.Gap)
            return CueTrie.Gap;
        if (elements.TryGetValue(element, out var known))
            return known;
        if (CuePattern.IsList(element))
            throw new FormatException($"'{element}': the lexicon has no list of this name");
        File(element, elements[element] = ++LastId);
        return LastId;
    }

    /// <summary>To be called when all cues are known: gives every word the numbers of its beginnings as well.</summary>
    public void Finish()
    {
        foreach (var (word, ids) in idsOf)
        {
            AddBeginnings(word, ids);
            ids.TrimExcess();
        }

        elements.Clear();
        elements.TrimExcess();
    }

    /// <summary>Adds the numbers of a word of a text.</summary>
    public void AddIds(string word, List<int> ids)
    {
        if (idsOf.TryGetValue(word, out var known))
            ids.AddRange(CollectionsMarshal.AsSpan(known));
        else
            AddBeginnings(word, ids);
    }

    private void AddBeginnings(string word, List<int> ids)
    {
        for (var letters = Math.Min(word.Length, LongestOpening); letters > 0; letters--)
            if (beginnings.TryGetValue(OpeningFilter.Key(word.AsSpan(0, letters)), out var candidates))
                foreach (var (beginning, id) in candidates)
                    if (word.StartsWith(beginning, StringComparison.Ordinal))
                        ids.Add(id);
    }

    private void File(string word, int id)
    {
        if (!word.EndsWith('*'))
        {
            ref var ids = ref CollectionsMarshal.GetValueRefOrAddDefault(idsOf, word, out _);
            (ids ??= new(1)).Add(id);
            return;
        }

        var beginning = word[..^1];
        var opening = OpeningFilter.Key(beginning.AsSpan(0, Math.Min(beginning.Length, LongestOpening)));
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(beginnings, opening, out _);
        (list ??= new(1)).Add((beginning, id));
    }
}
