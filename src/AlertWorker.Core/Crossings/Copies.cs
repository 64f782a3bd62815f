namespace AlertWorker.Crossings;

/// <summary>Recognises stories that were read already, whatever their date and publisher (domain.md §4.2).</summary>
internal static class Copies
{
    /// <summary>Share of common runs of words from which a story of the same house is a copy.</summary>
    private const double SameHouse = 0.85;

    /// <summary>The same for another house: rewriting agency text leaves this much.</summary>
    private const double OtherHouse = PrintMark.LeastShare;

    /// <summary>True when the text is a copy; otherwise it is remembered.</summary>
    public static bool IsCopy(FoldDraft draft, Saying saying)
    {
        if (saying.Note.Structured)
            return false;
        var opens = saying.Target == Claims.Status.Open;
        var print =
            saying.Note.Print is { } noted && noted.Opens == opens ? noted : saying.Note.Print with { Opens = opens };
        var mark = new PrintMark(print);
        var remembered = false;
        for (var i = draft.Prints.Next(mark, 0); i >= 0; i = draft.Prints.Next(mark, i + 1))
        {
            var known = draft.Prints[i];
            if (known.Opens != opens)
                continue;
            if (known.EntryId == print.EntryId)
                remembered = true;
            else if (Same(known, print))
                return true;
        }
        if (!remembered)
            draft.Prints = draft.Prints.With(print, draft.Rules.Prints);
        return false;
    }

    /// <summary>Notices of one house follow a form: another date or hour in it is another notice.</summary>
    private static bool Same(TextPrint known, TextPrint print) =>
        known.Family == print.Family
            ? known.Figures == print.Figures && PrintMaker.Resemble(known, print, SameHouse)
            : PrintMaker.Alike(known, print, OtherHouse);
}
