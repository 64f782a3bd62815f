using System.Text.Json;
using AlertWorker.Alerts;

namespace AlertWorker.Storage;

/// <summary>A row of the delivery table as the engines give it back.</summary>
internal sealed record DeliveryRow
{
    /// <summary>The columns of this row, for every select and returning.</summary>
    public const string Columns =
        "id, alert, incident, subscriber, address, language, time_zone as timeZone, urgent, note, sequence, created, "
        + "not_before as notBefore, state, tries, first_try as firstTry, lease, node, problem";

    public required string Id { get; init; }
    public string? Alert { get; init; }
    public string? Incident { get; init; }
    public required string Subscriber { get; init; }
    public required string Address { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public long Urgent { get; init; }
    public string? Note { get; init; }
    public long Sequence { get; init; }
    public long Created { get; init; }
    public long NotBefore { get; init; }
    public required string State { get; init; }
    public long Tries { get; init; }
    public long? FirstTry { get; init; }
    public long Lease { get; init; }
    public string? Node { get; init; }
    public string? Problem { get; init; }
    public string? First { get; init; }
    public string? Last { get; init; }

    public QueuedDelivery Read() =>
        new(
            new Delivery(
                Id,
                Alert,
                Incident,
                Subscriber,
                Address,
                Language,
                TimeZone,
                Urgent != 0,
                DateTimeOffset.FromUnixTimeMilliseconds(NotBefore)
            ),
            Note is null ? null : JsonSerializer.Deserialize<DeliveryNote>(Note, JsonSerializerOptions.Web),
            State,
            (int)Tries,
            DateTimeOffset.FromUnixTimeMilliseconds(Created),
            FirstTry is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : null,
            DateTimeOffset.FromUnixTimeMilliseconds(Lease),
            Problem
        )
        {
            Node = Node,
            Thread = First is not null && Last is not null ? (First, Last) : null,
        };
}
