using System.Globalization;

namespace AlertWorker.Claims;

/// <summary>Reads hours and the numbers they are told in.</summary>
internal sealed class ClockReader(Passage passage)
{
    private const int NearHour = 3;
    private const int AfterNoon = 5; // "two at noon" is 14:00, "eleven at noon" 11:00

    /// <summary>A number in digits or as a word.</summary>
    public int? Count(int token)
    {
        if (int.TryParse(passage.Tokens[token].Text, CultureInfo.InvariantCulture, out var count))
            return count;
        foreach (var hit in passage.Between(token, token + 1))
            if (hit.Cue.Kind == CueKind.Number)
                return hit.Cue.Number;
        return null;
    }

    /// <summary>"16:00", "7.30 a.m.", "8 am", "صبح آٹھ بجے": written with a colon, else the number nearest to a part of the day.</summary>
    public TimeOnly? HourIn(int first, int end)
    {
        TimeOnly? best = null;
        var bestDistance = NearHour + 1;
        for (var i = first; i < end; i++)
        {
            var (hour, minute) = Clock(i);
            if (hour is null || IsOfDate(i))
                continue;
            var (distance, evening) = PartOfDay(i, first, end);
            if (distance > NearHour && !passage.Tokens[i].Text.Contains(':'))
                continue;
            if (best is null || distance < bestDistance)
                (best, bestDistance) = (
                    new TimeOnly((evening && hour < 12 ? hour.Value + 12 : hour.Value) % 24, minute),
                    distance
                );
        }

        return best;
    }

    private (int? Hour, int Minute) Clock(int token)
    {
        var parts = passage.Tokens[token].Text.Split(':', '.');
        if (
            parts.Length == 2
            && parts[1].Length == 2
            && Digits(parts[0]) is <= 24 and { } h
            && Digits(parts[1]) is < 60 and { } m
        )
            return (h, m);
        return parts.Length == 1 && Count(token) is >= 0 and <= 24 and { } hour ? (hour, 0) : (null, 0);
    }

    public static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The number is a day of a month, or counts days.</summary>
    private bool IsOfDate(int token) =>
        passage
            .Between(token - 1, token + 2)
            .Any(hit =>
                hit.Cue.Kind is CueKind.Month or CueKind.SolarMonth || hit.Is(CueClass.Day) || hit.Is(CueClass.LongSpan)
            );

    /// <summary>How far the next word for morning or evening stands, and whether it is evening.</summary>
    private (int Distance, bool Evening) PartOfDay(int token, int first, int end)
    {
        var best = (Distance: NearHour + 1, Evening: false);
        foreach (var hit in passage.Between(Math.Max(first, token - NearHour), Math.Min(end, token + NearHour + 1)))
            if (hit.Is(CueClass.Morning) || hit.Is(CueClass.Evening) || hit.Is(CueClass.Noon))
            {
                var distance = hit.First > token ? hit.First - token : token - hit.Last;
                if (distance < best.Distance)
                    best = (distance, hit.Is(CueClass.Evening) || (hit.Is(CueClass.Noon) && Count(token) <= AfterNoon));
            }

        return best;
    }
}
