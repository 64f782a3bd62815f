namespace AlertWorker.Entries.Dates;

/// <summary>A piece of a written date: a number, a word, a time of day or an offset.</summary>
/// <param name="Digits">How many digits a number was written with.</param>
/// <param name="Before">The separator in front of it; '\0' at the beginning.</param>
internal sealed record DateWord(
    DateWordKind Kind,
    long Number = 0,
    int Digits = 0,
    string Text = "",
    TimeSpan Time = default,
    int? Offset = null,
    char Before = '\0'
);
