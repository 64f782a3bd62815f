using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Says which flows are meant: "cargo both ways", "people PK→AF".</summary>
internal static class FlowWords
{
    /// <summary>The flows the headline is about: those in the headline's state; for a restriction, all that are worse than open.</summary>
    public static IReadOnlyList<Flow> Concerned(Alert alert)
    {
        var word = alert.Status;
        Flow[] concerned =
        [
            .. alert
                .Flows.Where(flow =>
                    word == Status.Restricted ? flow.Value > Status.Open : word == Status.Unknown || flow.Value == word
                )
                .Select(flow => flow.Key),
        ];
        return concerned.Length > 0 ? concerned : [.. alert.Flows.Keys];
    }

    /// <summary>Groups the flows by mode and names both directions as one.</summary>
    /// <param name="all">Every flow of the crossing; when all are meant, one word says so.</param>
    public static string Of(IReadOnlyCollection<Flow> flows, IReadOnlyCollection<Flow> all, MessageCatalog catalog)
    {
        if (flows.Count == 0)
            return "";
        if (flows.Count == all.Count && all.Select(flow => flow.Mode).Distinct().Count() == 2)
            return catalog.Plain("flows.all");
        return string.Join(
            catalog.Plain("list.comma"),
            flows.GroupBy(flow => flow.Mode).OrderBy(mode => mode.Key).Select(mode => OfMode([.. mode], catalog))
        );
    }

    /// <summary>"cargo both ways: closed; people both ways: open", worst first.</summary>
    public static string States(IReadOnlyDictionary<Flow, Status> flows, MessageCatalog catalog) =>
        string.Join(
            catalog.Plain("list.semicolon"),
            flows
                .GroupBy(flow => flow.Value)
                .OrderByDescending(state => state.Key)
                .Select(state =>
                    $"{Of([.. state.Select(flow => flow.Key)], [.. flows.Keys], catalog)}: {State(state.Key, catalog)}"
                )
        );

    /// <summary>"open", or "restricted, open: people both ways": whether another way can be used, and by whom.</summary>
    public static string Passable(Alternative other, MessageCatalog catalog)
    {
        Flow[] open = [.. other.Flows.Where(flow => flow.Value == Status.Open).Select(flow => flow.Key)];
        var word = State(other.Status, catalog);
        return other.Status > Status.Open && open.Length > 0
            ? $"{word}{catalog.Plain("list.comma")}{State(Status.Open, catalog)}: {Of(open, [.. other.Flows.Keys], catalog)}"
            : word;
    }

    public static string State(Status status, MessageCatalog catalog) =>
        catalog.Plain($"status.{status.ToString().ToLowerInvariant()}");

    private static string OfMode(Flow[] flows, MessageCatalog catalog)
    {
        var mode = new MessageSpan(catalog.Plain(flows[0].Mode == FlowMode.Cargo ? "flows.cargo" : "flows.people"));
        var text =
            flows.Length > 1
                ? catalog.Text("flows.both", ("mode", mode))
                // Isolated: the arrow must not turn round in a right-to-left line.
                : catalog.Text(
                    "flows.one",
                    ("mode", mode),
                    ("direction", new MessageSpan($"\u2066{flows[0].From}→{flows[0].To}\u2069"))
                );
        return string.Concat(text.Select(span => span.Text));
    }
}
