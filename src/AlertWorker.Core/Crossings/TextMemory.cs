using System.Collections.Immutable;
using AlertWorker.Claims;

namespace AlertWorker.Crossings;

/// <summary>The texts a crossing remembers: recognises stories that were read already, whatever their date and publisher (domain.md §4.2).</summary>
internal sealed class TextMemory(ImmutableArray<ReadText> texts, int most)
{
    /// <summary>Share of common runs of words from which a story of the same house is a copy.</summary>
    private const double SameHouse = 0.85;

    /// <summary>The same for another house: rewriting agency text leaves this much.</summary>
    private const double OtherHouse = 0.5;

    /// <summary>Newest last.</summary>
    public ImmutableArray<ReadText> Texts { get; private set; } = texts;

    /// <summary>A claim as it counts; null when its story only retells what was read. A stronger voice with a known text is heard, as the same witness.</summary>
    public Saying? New(Saying saying)
    {
        var note = saying.Note;
        if (note.Structured)
            return saying;
        var opens = saying.Target == Status.Open;
        ReadText? weaker = null;
        var remembered = false;
        foreach (var known in Texts)
        {
            // nearly all texts are neither this one nor like it, and are not looked into
            var itself = known.Print.Runs == note.Print.Runs && known.EntryId == note.EntryId;
            if (known.Opens != opens || !(itself || known.Print.IsLike(note.Print, OtherHouse)))
                continue;
            remembered |= itself;
            if (itself || !known.IsBefore(note) || !Same(known, note))
                continue;
            if (known.Strength >= saying.Strength)
                return null;
            weaker = known;
        }
        if (!remembered)
            Remember(note, opens);
        return weaker is null ? saying : saying with { Support = saying.Support with { Origin = weaker.Origin } };
    }

    private void Remember(ClaimNote note, bool opens)
    {
        var text = new ReadText
        {
            EntryId = note.EntryId,
            Family = note.Support.Family,
            Origin = note.Origin,
            At = note.Order,
            Opens = opens,
            Strength = note.Support.Strength,
            Print = note.Print,
        };
        Texts = [.. Texts.AsSpan()[(Texts.Length >= most ? 1 : 0)..], text];
    }

    /// <summary>Notices of one house follow a form, and its quotations: another date or hour in it is another notice.</summary>
    private static bool Same(ReadText known, ClaimNote note) =>
        known.Family != note.Support.Family
        || (known.Print.Figures == note.Print.Figures && known.Print.Runs.Resembles(note.Print.Runs, SameHouse));
}
