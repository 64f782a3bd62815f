namespace AlertWorker.Claims;

/// <summary>A word of an alias.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Form">How it may vary.</param>
internal readonly record struct AliasWord(string Text, WordForm Form)
{
    private const int LongestEnding = 4;
    private const int ShortestInflected = 4;
    private const string SoftEndings = "aeiouyəsαεηιουωςаеиоуыэюяёіїєйьј";

    /// <summary>The letters that no form lacks.</summary>
    public string Sure => Form == WordForm.Name ? Text[..^Lost] : Text;

    public bool IsInvariable => Form == WordForm.Exact || (Form == WordForm.Name && Text.Length < ShortestInflected);

    /// <summary>How many letters a name loses at most: in Latin and Cyrillic, none where it ends in a hard consonant.</summary>
    private int Lost =>
        Text.Length < ShortestInflected || (Text[^1] < '\u0530' && !SoftEndings.Contains(Text[^1])) ? 0
        : Text.Length == ShortestInflected ? 1
        : 2;

    public static AliasWord Of(string word, bool isName) =>
        isName ? new(word, WordForm.Name)
        : word.EndsWith('*') ? new(word[..^1], WordForm.Beginning)
        : new(word, WordForm.Exact);

    /// <summary>Whether a word of the text that shares some letters and then ends otherwise is a form of this one.</summary>
    public bool Takes(int same, int ending) =>
        Form switch
        {
            WordForm.Exact => false,
            WordForm.Beginning => same == Text.Length,
            _ => Text.Length >= ShortestInflected && ending <= LongestEnding && Text.Length - same <= Lost,
        };
}
