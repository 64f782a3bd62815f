using System.Text;
using AlertWorker.Claims;
using AlertWorker.Configuration;
using AlertWorker.Crossings;
using AlertWorker.Storage;

namespace AlertWorker.Commands;

/// <summary>Writes the chain entry → claims → status → decision → deliveries, as far as the store holds it.</summary>
internal sealed class Explanation(Database database, WorkerConfiguration configuration)
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString().TrimEnd();

    /// <summary>Begins with an alert.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> OfAlert(string id, CancellationToken stop)
    {
        if (await new AlertStore(database).Find(id, stop) is not { } alert)
            return false;
        Line(0, $"alert {alert.Id}");
        Line(
            1,
            $"{Name(alert.Crossing)}: {Word(alert.Kind)} – {Word(alert.Before)} → {Word(alert.Status)}, {Word(alert.Certainty)}{(alert.Disputed ? ", disputed" : "")}"
        );
        Line(1, $"decided {TimeText.Of(alert.At)} by the rule {alert.Reason}; incident {alert.Incident}");
        foreach (var queued in await new DeliveryStore(database, TimeProvider.System).OfAlert(id, stop))
            Line(
                1,
                $"delivery {queued.Delivery.Id} to {queued.Delivery.Address}: {queued.State} after {queued.Tries} tries{(queued.Problem is null ? "" : $" – {queued.Problem}")}"
            );
        foreach (var quote in alert.Quotes)
        {
            Line(1, $"because {Who(quote.Speaker)} in {quote.Outlet}, {TimeText.Of(quote.At)}: “{quote.Text}”");
            await OfEntry(quote.EntryId, stop);
        }
        return true;
    }

    /// <summary>Begins with an entry.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> OfEntry(string id, CancellationToken stop)
    {
        var entries = await new EntryStore(database).Find(id, stop);
        var ledger = new LedgerStore(database);
        foreach (var stored in entries)
        {
            var outlet = configuration.Feeds.FirstOrDefault(feed => feed.Id == stored.Feed)?.Name ?? stored.Feed;
            Line(0, $"entry {stored.Entry.Link ?? stored.Entry.Id}");
            Line(1, $"{outlet}: {stored.Entry.Title}");
            var published = stored.Entry.PublishedUtc is { } at ? TimeText.Of(at) : "without a date";
            Line(1, $"published {published}, first seen {TimeText.Of(stored.FirstSeen)}");
            var claims = await ledger.ClaimsOf(stored.Key, stop);
            if (claims.Count == 0)
                Line(1, $"it says nothing of any crossing");
            foreach (var claim in claims)
                OfClaim(claim);
            foreach (var step in await ledger.StepsOfEntry(stored.Entry.Id, stop))
                Line(1, $"fold {Name(step.Crossing)}: {step.Effect} by the rule {step.Rule} – {step.Reason}");
        }
        return entries.Count > 0;
    }

    private void OfClaim(Claim claim)
    {
        Line(
            1,
            $"claim {Name(claim.Crossing)}: {(claim.Status is { } status ? Word(status) : "nothing of the present")}, {Word(claim.Change)}, {Word(claim.Stance)}, {Word(claim.Certainty)}{(claim.Alerting ? "" : ", by itself no reason to tell anybody")}"
        );
        Line(2, $"“{claim.Evidence.Text}” – {Who(claim.Speaker)}");
        if (claim.Rules.Count > 0)
            Line(2, $"rules: {string.Join(", ", claim.Rules)}");
    }

    private string Name(string crossing) =>
        configuration.Crossings.TryGetValue(crossing, out var known) ? known.Name : crossing;

    private static string Who(Speaker speaker)
    {
        var parts = new[] { speaker.Name, speaker.Role, speaker.Side is null ? null : $"{speaker.Side} side" };
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length == 0 ? Word(speaker.Kind) : $"{known} ({Word(speaker.Kind)})";
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private void Line(int depth, FormattableString line) =>
        _text.Append(' ', depth * 2).AppendLine(FormattableString.Invariant(line).ReplaceLineEndings(" "));
}
