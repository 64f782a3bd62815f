using AlertWorker.Alerts;

namespace AlertWorker.Channels;

/// <summary>All that makes two messages of alerts differ.</summary>
/// <param name="OvertakenBy">Id of the alert that came after it; null for none.</param>
internal readonly record struct WordsKey(
    string Alert,
    string Language,
    string TimeZone,
    MessageLinks Links,
    string? OvertakenBy
);
