namespace AlertWorker.Claims;

/// <summary>Takes a text apart into a <see cref="Passage"/>.</summary>
internal static class PassageReader
{
    private const int LongestAside = 12;
    private const int NearComma = 3;

    /// <summary>Tokens, cues and clauses of a text whose first line is its headline when <paramref name="hasTitle"/>.</summary>
    public static (Passage Passage, IReadOnlyList<(int End, Grammar Grammar)> Lines) Read(
        FoldedText text,
        List<Token> tokens,
        TextLanguages languages,
        bool hasTitle
    )
    {
        var hits = new List<CueHit>();
        var clauses = new List<Clause>();
        var lines = new List<(int End, Grammar Grammar)>();
        var sentence = 0;
        for (var first = 0; first < tokens.Count; )
        {
            var end = first;
            while (end < tokens.Count && tokens[end].Text != "\n")
                end++;
            var grammar = end > first ? languages.At(tokens[first].Start) : languages.Main;
            var lineHits = Unmasked(grammar.Find(tokens, first, end), tokens, grammar, first, end);
            hits.AddRange(lineHits);
            Divide(tokens, lineHits, grammar, first, end, hasTitle && first == 0, ref sentence, clauses);
            end = Math.Min(end + 1, tokens.Count);
            if (clauses.Count > 0)
                clauses[^1] = clauses[^1] with { End = end };
            lines.Add((tokens[end - 1].End, grammar));
            first = end;
        }

        return (new Passage(text, tokens, hits, clauses), lines);
    }

    /// <summary>Leaves out cues inside idioms and inside site furniture, which reaches to the end of its sentence.</summary>
    private static List<CueHit> Unmasked(List<CueHit> hits, List<Token> tokens, Grammar grammar, int first, int end)
    {
        var masked = new bool[end - first];
        foreach (var hit in hits)
            if (hit.Is(CueClass.Idiom))
                masked.AsSpan(hit.First - first, hit.Last - hit.First + 1).Fill(true);
            else if (hit.Is(CueClass.Boilerplate))
                for (var i = hit.First; i < end && (i == hit.First || !EndsSentence(tokens, grammar, i)); i++)
                    masked[i - first] = true;
        var months = hits.Where(hit => hit.Cue.Kind == CueKind.Month && tokens[hit.First].Capital && hit.First > first)
            .Select(hit => hit.First)
            .ToHashSet();
        hits.RemoveAll(hit => hit.Cue.Kind == CueKind.Class && hit.First == hit.Last && months.Contains(hit.First)); // "the May vote"
        hits.RemoveAll(hit => hit.Cue.Kind == CueKind.Month && IsOtherWord(hit, hits, tokens)); // "trucks may cross"
        return hits.FindAll(hit => hit.Is(CueClass.Idiom) || !masked[hit.First - first] || !masked[hit.Last - first]);
    }

    /// <summary>A word that names a month only with a capital, and another thing without.</summary>
    private static bool IsOtherWord(CueHit month, List<CueHit> hits, List<Token> tokens) =>
        month.First == month.Last
        && !tokens[month.First].Capital
        && hits.Exists(hit => hit.Cue.Kind == CueKind.Class && hit.Covers(month.First));

    private static void Divide(
        List<Token> tokens,
        List<CueHit> hits,
        Grammar grammar,
        int first,
        int end,
        bool inTitle,
        ref int sentence,
        List<Clause> clauses
    )
    {
        var breaks = hits.Where(hit =>
                (hit.Is(CueClass.Break) && !IsPartOfLonger(hit, hits))
                || (hit.Is(CueClass.And) && FollowsEvent(hit, hits))
            )
            .Select(hit => hit.First)
            .ToHashSet();
        var marks = CommasInDates(tokens, hits);
        marks.UnionWith(CommasBetweenTraffic(tokens, hits, first, end));
        marks.UnionWith(Asides(tokens, hits, first, end));
        var begin = first;
        for (var i = first; i < end; i++)
        {
            var stop = EndsSentence(tokens, grammar, i);
            var mark = tokens[i].Kind == TokenKind.Mark && !marks.Contains(i);
            if (!stop && !mark && !(breaks.Contains(i) && i > begin))
                continue;
            var next = breaks.Contains(i) && !stop ? i : i + 1;
            if (next > begin)
                clauses.Add(new Clause(begin, next, sentence, inTitle));
            begin = next;
            if (stop)
                sentence++;
        }

        if (begin < end || clauses.Count == 0)
            clauses.Add(new Clause(begin, Math.Max(end, begin), sentence, inTitle));
        if (clauses[^1].Sentence == sentence)
            sentence++; // else a stop ended it
    }

    /// <summary>"for a while": a word of a phrase divides nothing.</summary>
    private static bool IsPartOfLonger(CueHit hit, List<CueHit> hits) =>
        hits.Exists(longer =>
            longer.Cue.Kind == CueKind.Class
            && longer.Cue.Class is CueClass.Hour or CueClass.Idiom
            && longer.First <= hit.First
            && longer.Last >= hit.Last
            && longer.Last - longer.First > hit.Last - hit.First
            && longer.Fixed == longer.Last - longer.First + 1
        );

    /// <summary>"Monday, 14 October", "October 14, 2024": the comma divides nothing.</summary>
    private static HashSet<int> CommasInDates(List<Token> tokens, List<CueHit> hits)
    {
        var commas = new HashSet<int>();
        foreach (var hit in hits)
        {
            if (hit.Cue.Kind is not (CueKind.Weekday or CueKind.Month))
                continue;
            var comma = hit.Last + 1;
            if (hit.Cue.Kind == CueKind.Month && comma < tokens.Count && tokens[comma].Kind == TokenKind.Number)
                comma++;
            if (comma + 1 >= tokens.Count || tokens[comma].Text != ",")
                continue;
            if (
                tokens[comma + 1].Kind == TokenKind.Number
                || hits.Exists(next => next.First == comma + 1 && next.Cue.Kind == CueKind.Month)
            )
                commas.Add(comma);
        }

        return commas;
    }

    /// <summary>"the passage of persons, vehicles and goods": a comma with words for traffic on both sides divides nothing.</summary>
    private static IEnumerable<int> CommasBetweenTraffic(List<Token> tokens, List<CueHit> hits, int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
            if (
                tokens[i].Text == ","
                && hits.Exists(hit => IsTraffic(hit) && hit.First > i && hit.First <= i + NearComma)
            )
            {
                var before = hits.FindLast(hit => IsTraffic(hit) && hit.Last < i);
                if (
                    before.Cue is not null
                    && (
                        before.Last == i - 1
                            ? !HasEvent(i + 1, i + NearComma + 2)
                            : before.Last >= i - NearComma && !HasEvent(first, i) // "pedestrians of both sides, goods … may pass"
                    )
                )
                    yield return i;
            }

        bool HasEvent(int from, int to) =>
            hits.Exists(hit => hit.Cue.Kind == CueKind.Event && hit.First >= from && hit.First < to);
    }

    private static bool IsTraffic(CueHit hit) =>
        hit.Is(CueClass.Trade) || hit.Is(CueClass.Trucks) || hit.Is(CueClass.People) || hit.Is(CueClass.Everyone);

    /// <summary>
    /// "closed (from 10 to 13 May) to lorries", "would be “completely” closed", "the “Torkham” gate": brackets and quotation marks
    /// around something short that tells of no event divide nothing.
    /// </summary>
    private static IEnumerable<int> Asides(List<Token> tokens, List<CueHit> hits, int first, int end)
    {
        var open = -1;
        for (var i = first; i < end; i++)
        {
            var closes = open >= 0 && tokens[i].Text == (tokens[open].Text == "(" ? ")" : "\"");
            if (closes && i - open <= LongestAside && !IsStatement(tokens, hits, open, i))
                for (var mark = open; mark <= i; mark++)
                    yield return mark;
            open =
                closes ? -1
                : tokens[i].Text is "(" or "\"" ? i
                : open;
        }
    }

    private static bool IsStatement(List<Token> tokens, List<CueHit> hits, int open, int close) =>
        hits.Exists(hit => hit.Cue.Kind == CueKind.Event && hit.First > open && hit.First < close)
        || tokens.FindIndex(open, close - open, token => token.Kind == TokenKind.Stop) >= 0;

    private static bool FollowsEvent(CueHit and, List<CueHit> hits) =>
        hits.Exists(hit =>
            hit.Cue.Event is { Form: not (EventForm.Past or EventForm.Noun or EventForm.Infinitive) }
            && and.First - hit.Last is 1 or 2
        );

    /// <summary>A stop that is no part of a shortened word, an initial or an abbreviation like U.S.</summary>
    private static bool EndsSentence(List<Token> tokens, Grammar grammar, int i)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Stop)
            return false;
        if (token.Text != "." || i == 0)
            return true;
        var before = tokens[i - 1];
        if (Scripts.HasNoSpaces(before.Text[0]))
            return Scripts.NameOf(before.Text[0]) == "Han"; // Thai has dots in abbreviations only
        if (before.Text is "a.m" or "p.m")
            return i + 1 < tokens.Count && tokens[i + 1].Capital; // "at 7 p.m. The"
        var glued = i + 1 < tokens.Count && tokens[i + 1].Start == token.End && tokens[i + 1].IsWordLike;
        var initial =
            before.Kind == TokenKind.Word
            && before.End == token.Start
            && (before.Text.Length == 1 || before.Text[1] == '.');
        var dated = before.Kind == TokenKind.Number && i + 1 < tokens.Count && tokens[i + 1].IsLowerCase; // "18.11. alusta"
        return !dated && !glued && !initial && !grammar.Abbreviations.Contains(before.Text);
    }
}
