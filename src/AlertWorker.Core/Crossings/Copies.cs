namespace AlertWorker.Crossings;

/// <summary>Recognises stories that were read already, whatever their date and publisher (domain.md §4.2).</summary>
internal static class Copies
{
    /// <summary>Share of common runs of words from which a story of the same house is a copy.</summary>
    private const double SameHouse = 0.85;

    /// <summary>The same for another house: rewriting agency text leaves this much.</summary>
    private const double OtherHouse = 0.5;

    /// <summary>True when the text is a copy; otherwise it is remembered.</summary>
    public static bool IsCopy(FoldDraft draft, Saying saying)
    {
        if (saying.Note.Structured)
            return false;
        var print = saying.Note.Print with { Opens = saying.Target == Claims.Status.Open };
        foreach (var known in draft.Prints)
            if (known.EntryId != print.EntryId && known.Opens == print.Opens && Same(known, print))
                return true;
        Remember(draft, print);
        return false;
    }

    /// <summary>Notices of one house follow a form: another date or hour in it is another notice.</summary>
    private static bool Same(TextPrint known, TextPrint print) =>
        known.Family == print.Family
            ? known.Figures == print.Figures && PrintMaker.Resemblance(known, print) >= SameHouse
            : PrintMaker.Alike(known, print, OtherHouse);

    private static void Remember(FoldDraft draft, TextPrint print)
    {
        foreach (var known in draft.Prints)
            if (known.EntryId == print.EntryId && known.Opens == print.Opens)
                return;
        var prints = new List<TextPrint>(draft.Prints.Count + 1);
        prints.AddRange(draft.Prints);
        if (prints.Count >= draft.Rules.Prints)
            prints.RemoveAt(0);
        prints.Add(print);
        draft.Prints = prints;
    }
}
