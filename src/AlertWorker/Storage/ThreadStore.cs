namespace AlertWorker.Storage;

/// <summary>Which messages an address has of an incident.</summary>
public sealed class ThreadStore(Database database)
{
    /// <summary>Every address that got, or is about to get, a message of the incident: who heard the beginning hears the end.</summary>
    public async Task<IReadOnlySet<string>> ToldAddresses(string incident, CancellationToken cancellation = default) =>
        (
            await database.Query<string>(
                "select distinct address from delivery where incident = @incident and state in ('waiting', 'sent')",
                new { incident },
                cancellation
            )
        ).ToHashSet(StringComparer.Ordinal);

    /// <summary>The newest incidents an address heard of, newest first.</summary>
    public Task<IReadOnlyList<string>> IncidentsOf(
        string address,
        int most,
        CancellationToken cancellation = default
    ) =>
        database.Query<string>(
            """
            select incident from delivery where address = @address and state <> 'waiting' and state = 'sent' and incident is not null
            group by incident order by max(sequence) desc limit @most
            """,
            new { address, most },
            cancellation
        );

    /// <summary>Ids of the newest alerts an address got, newest first.</summary>
    public Task<IReadOnlyList<string>> AlertsOf(string address, int most, CancellationToken cancellation = default) =>
        database.Query<string>(
            """
            select alert from delivery where address = @address and state <> 'waiting' and state = 'sent' and alert is not null
            order by sequence desc limit @most
            """,
            new { address, most },
            cancellation
        );

    /// <summary>The alert whose message has this reference at the address; null when there is none.</summary>
    public async Task<string?> AlertOf(string address, string reference, CancellationToken cancellation = default) =>
        (
            await database.Query<string?>(
                """
                select alert from delivery where address = @address and state <> 'waiting' and reference = @reference
                order by sequence desc limit 1
                """,
                new { address, reference },
                cancellation
            )
        )
            is [var alert]
            ? alert
            : null;
}
