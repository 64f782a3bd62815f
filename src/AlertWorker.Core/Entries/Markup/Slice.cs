namespace AlertWorker.Entries.Markup;

/// <summary>A piece of the document by position; nothing is copied until somebody asks for the text.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Of(TextBuffer text) => text.AsSpan(Start, Length);
}
