namespace AlertWorker.Claims;

/// <summary>Reads which side has acted.</summary>
internal sealed class ActorReader(Passage passage)
{
    /// <summary>
    /// Who acted: the country whose side is named ("on the Afghan side"), the one after "by", or the one that opens the clause
    /// before the event and does not merely name the border ("Pakistan closed …", not "the Afghan border was closed").
    /// </summary>
    public string? SideOf(CueHit happening, Clause clause)
    {
        var hits = passage.In(clause).ToList();
        var countries = hits.FindAll(hit => hit.Cue.Kind == CueKind.Country);
        if (Sided(passage.Between(Beginning(clause), clause.End)) is { } side)
            return side;
        if (
            countries.Find(c => hits.Exists(h => h.Is(CueClass.By) && h.Last == c.First - 1)) is { Cue: not null } named
        )
            return named.Cue.Name;
        if (countries.Count == 0 || countries[0].First > happening.First)
            return null;
        var first = countries[0];
        var nounBefore =
            hits.Exists(h => h.Is(CueClass.Border) && h.First < first.First)
            || passage.PlacesIn(clause).Any(p => p.First < first.First);
        var namesBorder = hits.Exists(h =>
            h.Is(CueClass.Border) && h.First > first.Last && h.First <= first.Last + 2 && h.First < happening.First
        );
        return nounBefore || namesBorder ? null : first.Cue.Name;
    }

    /// <summary>"on the Afghan side", "by decision of the Finnish side".</summary>
    private static string? Sided(IReadOnlyList<CueHit> hits)
    {
        foreach (var country in hits)
            if (
                country.Cue.Kind == CueKind.Country
                && hits.Any(side =>
                    side.Is(CueClass.Side) && side.First > country.Last && side.First <= country.Last + 2
                )
            )
                return country.Cue.Name;
        return null;
    }

    /// <summary>Where the statement begins: commas of a list before the verb divide nothing.</summary>
    private int Beginning(Clause clause)
    {
        var first = clause.First;
        foreach (var before in passage.SentenceOf(clause).Reverse().SkipWhile(c => c.First >= clause.First))
        {
            if (!passage.PlacesIn(before).Any() || passage.In(before).Any(hit => hit.Cue.Kind == CueKind.Event))
                break;
            first = before.First;
        }

        return first;
    }
}
