namespace AlertWorker.Hosting;

/// <summary>What came of a trial.</summary>
/// <param name="Alerts">Every alert decided, "crossing kind", sorted.</param>
/// <param name="Inbox">Everything that arrived, "reader: first line" or "hook: webhook-id", sorted.</param>
/// <param name="MostAtOnce">The most polls of one feed that were ever under way at once.</param>
/// <param name="Conflicts">Times Telegram answered 409.</param>
/// <param name="Unanswered">Questions to the bot nobody answered.</param>
internal sealed record TrialOutcome(
    IReadOnlyList<string> Alerts,
    IReadOnlyList<string> Inbox,
    int MostAtOnce,
    int Conflicts,
    int Unanswered
)
{
    /// <summary>Messages that came more than once.</summary>
    public IReadOnlyList<string> Doubles =>
        [.. Inbox.GroupBy(message => message).Where(same => same.Count() > 1).Select(same => same.Key)];

    public override string ToString() =>
        $"{Alerts.Count} alerts, {Inbox.Count} messages, {Doubles.Count} doubled, at most {MostAtOnce} poll(s) of a feed at once, "
        + $"{Conflicts} conflicts at Telegram, {Unanswered} questions unanswered";
}
