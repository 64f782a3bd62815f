using System.Collections;

namespace AlertWorker.Crossings;

/// <summary>The texts a crossing remembers, their marks side by side: looking for a copy touches no text that cannot be one.</summary>
internal sealed class PrintShelf : IReadOnlyList<TextPrint>
{
    private readonly TextPrint[] prints;
    private readonly PrintMark[] marks;

    private PrintShelf(TextPrint[] prints, PrintMark[] marks) => (this.prints, this.marks) = (prints, marks);

    public int Count => prints.Length;

    public TextPrint this[int index] => prints[index];

    /// <summary>The shelf itself, or one made of a list as it is stored.</summary>
    public static PrintShelf Of(IReadOnlyList<TextPrint> prints) =>
        prints as PrintShelf ?? new PrintShelf([.. prints], [.. prints.Select(print => new PrintMark(print))]);

    /// <summary>One text more; the oldest goes when there are more than that many.</summary>
    public PrintShelf With(TextPrint print, int most)
    {
        var dropped = Count >= most ? 1 : 0;
        return new PrintShelf([.. prints.AsSpan(dropped), print], [.. marks.AsSpan(dropped), new PrintMark(print)]);
    }

    /// <summary>Index of the next text, from one on, that may be like this; -1 for none.</summary>
    public int Next(PrintMark mark, int from)
    {
        for (var i = from; i < marks.Length; i++)
            if (marks[i].MayBeLike(mark))
                return i;
        return -1;
    }

    public IEnumerator<TextPrint> GetEnumerator() => ((IEnumerable<TextPrint>)prints).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
