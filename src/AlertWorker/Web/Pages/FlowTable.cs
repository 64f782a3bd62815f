using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Web;

/// <summary>What may pass: every mode in every direction, and what each side says of it; the stricter side counts.</summary>
internal static class FlowTable
{
    public static Markup Of(Crossing crossing, CrossingStatus? status, Reader reader)
    {
        var known = (status ?? CrossingStatus.Of(crossing)).Now;
        var effective = status?.Flows;
        return Markup.Of(
            $"""
            <section><h2>{reader.Word("page.flows")}</h2>
            <div class="scroll"><table class="flows">
            <thead><tr><th></th><th>{reader.Word("page.state")}</th>{crossing.Countries.Select(country =>
                Markup.Of($"<th>{reader.Catalog.Country(country)}</th>")
            )}</tr></thead>
            <tbody>
            {known.Cells.Select(cell =>
                Row(cell, effective?[cell.Flow] ?? Status.Unknown, known, reader)
            )}</tbody></table></div></section>

            """
        );
    }

    private static Markup Row(FlowCell cell, Status effective, FoldState state, Reader reader)
    {
        var mode = reader.Word(cell.Flow.Mode == FlowMode.Cargo ? "flows.cargo" : "flows.people");
        return Markup.Of(
            $"<tr><th scope=\"row\">{mode} <bdi dir=\"ltr\">{cell.Flow.From} → {cell.Flow.To}</bdi></th><td>{Badge.Of(effective, reader)}</td><td>{Word(state, cell.First, reader)}</td><td>{Word(state, cell.Second, reader)}</td></tr>\n"
        );
    }

    /// <summary>What one side says; a dash when it has said nothing.</summary>
    private static string Word(FoldState state, int stand, Reader reader) =>
        state.Stands.FirstOrDefault(known => known.Id == stand) is { } said ? reader.Word("status", said.Status) : "–";
}
