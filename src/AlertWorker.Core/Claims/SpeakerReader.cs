using AlertWorker.Entries;

namespace AlertWorker.Claims;

/// <summary>Finds who says a statement: a person or office in its sentence, or the speaker named last when "he said".</summary>
internal sealed class SpeakerReader(Passage passage, string original, Source source)
{
    private static readonly (CueClass Class, SpeakerKind Kind)[] Kinds =
    [
        (CueClass.Unnamed, SpeakerKind.Unnamed),
        (CueClass.Official, SpeakerKind.Official),
        (CueClass.Trader, SpeakerKind.Trader),
        (CueClass.Witness, SpeakerKind.Witness),
    ];

    private const int LookBack = 2;
    private const int LongestName = 4;

    /// <summary>The speaker of what a clause says of a place.</summary>
    public Speaker Of(Clause clause, Place? place)
    {
        if (InSentence(clause.Sentence, place) is { } own)
            return own;
        var attributed = passage.InSentence(clause.Sentence).Any(hit => hit.Is(CueClass.Says));
        var quoted = passage.SentenceOf(clause).Any(c => IsQuoted(c));
        if (attributed || quoted)
            for (var back = 1; back <= LookBack; back++)
                if (InSentence(clause.Sentence - back, place) is { } earlier)
                    return earlier;
        if (InSentence(clause.Sentence + 1, place) is { Kind: SpeakerKind.Official } next && quoted)
            return next;
        return source.Tier == SourceTier.Official
            ? new Speaker(null, source.Name, source.SpeaksFor, SpeakerKind.Official)
            : Speaker.Outlet;
    }

    private Speaker? InSentence(int sentence, Place? place)
    {
        var hits = passage.InSentence(sentence).ToList();
        if (sentence < 0 || !hits.Exists(hit => hit.Is(CueClass.Says)))
            return null;
        var says = hits.Find(hit => hit.Is(CueClass.Says));
        var (role, kind) = Kinds
            .SelectMany(known => hits.Where(hit => hit.Is(known.Class)).Select(hit => (Role: hit, known.Kind)))
            .OrderBy(known => known.Kind == SpeakerKind.Unnamed ? 0 : Math.Abs(known.Role.First - says.First))
            .FirstOrDefault();
        return role.Cue is null
            ? null
            : new Speaker(NameBeside(role, place), Original(role).ToLowerInvariant(), SideOf(role, hits, place), kind);
    }

    /// <summary>Capitalised words right after or before the office: "Assistant Commissioner Arif Kakar".</summary>
    private string? NameBeside(CueHit role, Place? place) =>
        Run(role.Last + 1, +1, place) ?? Run(role.First - 1, -1, place);

    private string? Run(int from, int step, Place? place)
    {
        var at = from;
        if (step > 0 && at < passage.Tokens.Count && passage.Tokens[at].Text == ",")
            at++;
        int first = at,
            count = 0;
        while (
            at >= 0
            && at < passage.Tokens.Count
            && count < LongestName
            && IsCapitalised(at)
            && place?.Sides.Any(side => Names(side, passage.Tokens[at].Text)) != true
        )
        {
            at += step;
            count++;
        }

        if (count < 2)
            return null;
        var (start, end) = step > 0 ? (first, at - 1) : (at + 1, first);
        return original[passage.Text.OriginOf(passage.Tokens[start].Start)..EndOf(end)];
    }

    private bool IsCapitalised(int token) =>
        passage.Tokens[token].Kind == TokenKind.Word
        && passage.Tokens[token].Capital
        && !passage.Around(token).Any(hit => hit.Covers(token) && hit.Cue.Kind is not CueKind.Number)
        && !passage.Places.Any(place => token >= place.First && token <= place.Last);

    /// <summary>The country named beside the office, else the side whose post it belongs to, else the source's own.</summary>
    private string? SideOf(CueHit role, List<CueHit> hits, Place? place)
    {
        var country = hits.Where(hit =>
                hit.Cue.Kind == CueKind.Country && Math.Abs(hit.First - role.First) <= LongestName
            )
            .OrderBy(hit => Math.Abs(hit.First - role.First))
            .Select(hit => hit.Cue.Name)
            .FirstOrDefault();
        if (country is not null)
            return country;
        for (
            var i = Math.Max(0, role.First - LongestName);
            i <= role.Last + LongestName && i < passage.Tokens.Count;
            i++
        )
            if (place?.Sides.Where(side => Names(side, passage.Tokens[i].Text)).ToList() is [var side])
                return side.Country;
        return source.SpeaksFor;
    }

    private static bool Names(PlaceSide side, string word) =>
        word.Length >= 4
        && Tokenizer
            .Read(TextFold.Fold($"{side.Post} {side.Admin}"))
            .Exists(token => string.Equals(token.Text, word, StringComparison.Ordinal));

    private bool IsQuoted(Clause clause) =>
        (clause.First > 0 && passage.Tokens[clause.First - 1].Text == "\"")
        || passage.Tokens[Math.Max(clause.First, clause.End - 1)].Text == "\"";

    private string Original(CueHit hit) =>
        original[passage.Text.OriginOf(passage.Tokens[hit.First].Start)..EndOf(hit.Last)];

    private int EndOf(int token) => passage.Text.OriginOf(passage.Tokens[token].End - 1) + 1;
}
