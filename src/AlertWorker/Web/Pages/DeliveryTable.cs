namespace AlertWorker.Web;

/// <summary>What waits to be sent, and what was given up: nobody's address, only how much of it by which way.</summary>
internal static class DeliveryTable
{
    private static readonly string[] Shown = ["waiting", "dead"];

    public static Markup Of(IReadOnlyList<(string Scheme, string State, long Count)> unsent, Reader reader)
    {
        var rows = unsent.Where(row => Shown.Contains(row.State)).ToArray();
        var count = reader.Word("page.deliveries.count", ("waiting", Sum("waiting")), ("dead", Sum("dead")));
        return Markup.Of(
            $"""
            <section id="deliveries"><h2>{reader.Word("page.deliveries")}</h2>
            <details><summary>{count}</summary>
            <div class="scroll"><table>
            <thead><tr><th>{reader.Word("page.deliveries.to")}</th><th>{reader.Word("page.state")}</th><th>{reader.Word(
                "page.deliveries"
            )}</th></tr></thead>
            <tbody>
            {rows.OrderBy(row => row.Scheme, StringComparer.Ordinal).Select(row =>
                Markup.Of(
                    $"<tr><th scope=\"row\"><bdi>{row.Scheme}</bdi></th><td>{reader.Word($"delivery.{row.State}")}</td><td>{reader.Catalog.Number(row.Count)}</td></tr>\n"
                )
            )}</tbody></table></div></details></section>

            """
        );

        string Sum(string state) => reader.Catalog.Number(rows.Where(row => row.State == state).Sum(row => row.Count));
    }
}
