namespace AlertWorker.Alerts;

/// <summary>One alert to one address: the row between the two jobs.</summary>
/// <param name="Id">Derived from alert and address, so that the same delivery made twice is one row; carried in Message-ID and webhook-id.</param>
/// <param name="AlertId">The alert told; null for a digest or an operator's notice.</param>
/// <param name="Incident">Thread the message belongs to; null for none.</param>
/// <param name="SubscriberId">Whose it is.</param>
/// <param name="Address"><c>mailto:…</c>, <c>telegram:…</c>, <c>https://…</c>, <c>console:</c>.</param>
/// <param name="Language">Language of the message.</param>
/// <param name="TimeZone">IANA zone the times are shown in.</param>
/// <param name="Urgent">Urgent deliveries go before routine ones.</param>
/// <param name="NotBefore">Earliest time of sending, UTC (end of quiet hours, back-off).</param>
public sealed record Delivery(
    string Id,
    string? AlertId,
    string? Incident,
    string SubscriberId,
    string Address,
    string Language,
    string TimeZone,
    bool Urgent,
    DateTimeOffset NotBefore
);
