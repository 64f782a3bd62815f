using AlertWorker.Claims;
using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>The first line: status word, crossing, flow, time. On a locked phone it is all that is seen.</summary>
internal sealed class Headline(Alert alert, Crossing crossing, MessageCatalog catalog, ZoneClock clock)
{
    public MessageLine Line =>
        new([
            .. catalog.Text(
                Flows.Length > 0 ? "headline" : "headline.whole",
                SpanStyle.Bold,
                ("status", Words(Status)),
                ("crossing", Words(Wording.Name(crossing, catalog))),
                ("flows", Words(Flows)),
                ("time", Words(clock.Hour(alert.At)))
            ),
        ]);

    private string Flows => FlowWords.Of(FlowWords.Concerned(alert), [.. alert.Flows.Keys], catalog);

    /// <summary>One weak source alone is always worded "reported".</summary>
    private string Status => alert.Certainty == Certainty.Possible ? Fill("word.reported", "word", Word) : Word;

    private string Word =>
        alert.Kind switch
        {
            AlertKind.Confirmed => Fill("word.confirmed", "status", catalog.Plain($"word.{Lower(alert.Status)}")),
            AlertKind.Announced => Fill($"word.announced.{Lower(alert.Status)}", "status", Now),
            AlertKind.Reopened when alert.Status == Claims.Status.Restricted => catalog.Plain("word.reopened.partly"),
            AlertKind.Disputed or AlertKind.Overdue or AlertKind.Correction or AlertKind.Unknown => Fill(
                $"word.{Lower(alert.Kind)}",
                "status",
                alert.Kind == AlertKind.Unknown ? FlowWords.State(alert.Before, catalog) : Now
            ),
            _ => catalog.Plain($"word.{Lower(alert.Kind)}"),
        };

    private string Now => FlowWords.State(alert.Status, catalog);

    private string Fill(string key, string place, string value) =>
        string.Concat(catalog.Text(key, (place, new MessageSpan(value))).Select(span => span.Text));

    private static MessageSpan[] Words(string text) => [new(text)];

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
