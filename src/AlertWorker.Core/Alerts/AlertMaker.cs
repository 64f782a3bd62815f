using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Makes the alert of a verdict.</summary>
internal static class AlertMaker
{
    public static Alert Make(
        Situation now,
        Verdict verdict,
        DateTimeOffset at,
        CrossingBook book,
        IReadOnlyDictionary<string, Crossing> crossings
    )
    {
        var status = now.Change.After;
        var crossing = crossings[status.Crossing];
        var incident = IncidentOf(now, verdict, at);
        var since = SinceOf(now, verdict);
        var cells = now.State.Cells;
        return new Alert
        {
            Id = IdOf(now, verdict, incident, since),
            At = at,
            Incident = incident,
            Crossing = status.Crossing,
            Kind = verdict.Kind!.Value,
            Status = now.Headline,
            Before = now.Told.Headline,
            Flows = StateView.Flows(now.State),
            ChangedModes = [.. verdict.Cells.Select(cell => cells[cell].Flow.Mode).Distinct()],
            Disputed = verdict.Disputed,
            Certainty = verdict.Certainty,
            Since = since ?? at,
            Scheduled = (verdict.Promise ?? (Ends(verdict) ? null : status.Expected))?.Schedule,
            Cause = status.Cause ?? verdict.Promise?.Cause,
            Quotes = [.. verdict.Supports.Select(support => QuoteOf(now, verdict, support))],
            Reason = verdict.Reason.Name,
            Alternatives = WaysRound.Of(crossing, book, crossings),
            Loud = verdict.Loud,
        };
    }

    /// <summary>An operator's word against an alert, as a state can rest on it.</summary>
    public static Support Operator(Alert alert, string why, DateTimeOffset now) =>
        new()
        {
            EntryId = alert.Quotes[0].EntryId,
            Text = why,
            Speaker = Speaker.Operator,
            Outlet = "AlertWorker",
            At = now,
            Family = "operator",
            Origin = "operator",
            Strength = Proof.Likely,
        };

    private static bool Ends(Verdict verdict) => verdict.Kind is AlertKind.Reopened or AlertKind.Correction;

    private static DateTimeOffset? SinceOf(Situation now, Verdict verdict) =>
        verdict.Cells.Count > 0 && verdict.Kind is AlertKind.Restricted or AlertKind.Closed or AlertKind.Reopened
            ? now.Behind(verdict.Cells).Select(stand => (DateTimeOffset?)stand.Since).Min() ?? now.State.Since
            : now.State.Since;

    /// <summary>The incident that lasts or has just ended; a promise without one opens the thread of its own day.</summary>
    private static string IncidentOf(Situation now, Verdict verdict, DateTimeOffset at)
    {
        var incident = now.State.Incident;
        var live = incident is { Ended: null };
        if (incident is not null && (live || (verdict.Promise is null && verdict.Kind != AlertKind.Announced)))
            return now.Incident!;
        var day = verdict.Promise?.At ?? now.State.Since ?? at;
        return string.Create(CultureInfo.InvariantCulture, $"{now.Change.After.Crossing}/{day.UtcDateTime:yyyy-MM-dd}");
    }

    private static Quote QuoteOf(Situation now, Verdict verdict, Support support)
    {
        var stand = now
            .State.Stands.Append(now.State.Dissent)
            .FirstOrDefault(known => known?.Supports.Contains(support) == true);
        return Quote.Of(support, verdict.Promise is null ? stand?.Status : null);
    }

    /// <summary>The same change decided twice gives the same id; the clock is no part of it.</summary>
    private static string IdOf(Situation now, Verdict verdict, string incident, DateTimeOffset? since)
    {
        var flows = string.Join(',', now.Flows.Select(status => (int)status));
        var deciding = verdict.Supports.Count > 0 ? verdict.Supports[0].EntryId : "";
        var text = $"{incident}|{verdict.Kind}|{flows}|{since?.ToUnixTimeSeconds()}|{deciding}|{verdict.Promise?.Key}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
    }
}
