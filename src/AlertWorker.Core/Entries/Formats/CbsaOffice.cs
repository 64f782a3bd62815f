namespace AlertWorker.Entries.Formats;

/// <summary>One row of the Canadian wait times: an office and four flows, Canada-bound and U.S.-bound, commercial and travellers.</summary>
internal sealed record CbsaOffice(string Name, string Location, string Updated, IReadOnlyList<string> Flows)
{
    private const int FlowCount = 4;

    /// <summary>Older figures say nothing of now; the agency updates hourly.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(3);

    private static readonly (bool Cargo, string Into, string Label)[] Columns =
    [
        (true, "CA", "Commercial, Canada bound"),
        (true, "US", "Commercial, U.S. bound"),
        (false, "CA", "Travellers, Canada bound"),
        (false, "US", "Travellers, U.S. bound"),
    ];

    /// <summary>Closed when nothing moves into Canada, else open; unknown when it does not say.</summary>
    public string Headline
    {
        get
        {
            var states = new[] { StateOf(Flows[0]), StateOf(Flows[2]) }.OfType<PostState>().ToList();
            return states.Contains(PostState.Open) ? "Open"
                : states.Contains(PostState.Closed) ? "Closed"
                : "Unknown";
        }
    }

    /// <summary>A row of the text or of the table, whose columns stand in different order; null for headers and rubbish.</summary>
    public static CbsaOffice? Parse(IReadOnlyList<string> cells)
    {
        var flows = cells.Skip(1).Where(IsFlow).ToList();
        if (cells.Count < FlowCount + 1 || string.IsNullOrWhiteSpace(cells[0]) || flows.Count < FlowCount)
            return null;
        var others = cells.Skip(1).Where(cell => !IsFlow(cell)).ToList();
        var updated = others.FindLast(cell => cell.Any(char.IsAsciiDigit)) ?? "";
        var (name, location) = cells[0].Split('\n', 2) is [var first, var second]
            ? (first, second)
            : (cells[0], others.Find(cell => cell != updated) ?? "");
        return new CbsaOffice(name.Trim(), location.Trim(), updated, flows[..FlowCount]);
    }

    public Entry ToEntry(Reading reading)
    {
        var asOf = reading.Date(Updated);
        var isStale = asOf is { } time && reading.Hints.Now - time > Stale;
        var readings = new List<PostReading>();
        for (var i = 0; i < FlowCount; i++)
            if (StateOf(Flows[i]) is { } state)
                readings.Add(
                    new PostReading(
                        Name,
                        Name,
                        Columns[i].Cargo,
                        Columns[i].Into,
                        isStale ? PostState.Unknown : state,
                        asOf,
                        $"{Name} – {Columns[i].Label}: {Flows[i]}"
                    )
                );
        return new Entry
        {
            Id = "cbsa:" + Name,
            Title = Location.Length > 0 ? $"{Name}, {Location}: {Headline}" : $"{Name}: {Headline}",
            Summary = string.Join(
                '\n',
                readings.Select(
                    (post, _) =>
                        $"{(post.Cargo == true ? "Commercial" : "Travellers")} into {post.Into}: {StateOf(post.Quote[(post.Quote.LastIndexOf(": ", StringComparison.Ordinal) + 2)..])}"
                )
            ),
            PublishedUtc = asOf,
            Readings = readings,
        };
    }

    /// <summary>Null when the office does not serve this flow.</summary>
    private static PostState? StateOf(string flow)
    {
        if (Has(flow, "applicable") || Has(flow, "objet") || flow is "N/A" or "n/a" or "s.o.")
            return null;
        if (Has(flow, "closed") || Has(flow, "ferm"))
            return PostState.Closed;
        return IsDelay(flow) ? PostState.Open : PostState.Unknown;
    }

    private static bool IsFlow(string cell) =>
        cell is "" or "-" or "--" or "N/A" or "n/a" or "s.o."
        || StateOf(cell) is null or PostState.Closed
        || IsDelay(cell)
        || Has(cell, "missed")
        || Has(cell, "pending")
        || Has(cell, "unavailable")
        || Has(cell, "disponible");

    private static bool IsDelay(string cell) =>
        Has(cell, "delay")
        || Has(cell, "minute")
        || Has(cell, "attente")
        || Has(cell, "délai")
        || (Has(cell, "hour") && cell.Length < 24)
        || (Has(cell, "heure") && cell.Length < 24);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
