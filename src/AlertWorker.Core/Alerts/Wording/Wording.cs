using AlertWorker.Crossings;

namespace AlertWorker.Alerts;

/// <summary>Puts alerts into words.</summary>
public static class Wording
{
    /// <summary>The whole message of an alert: <c>domain.md</c> §5, in that order.</summary>
    /// <param name="alert">What happened.</param>
    /// <param name="crossing">Where.</param>
    /// <param name="catalog">The reader's language.</param>
    /// <param name="timeZoneId">The reader's IANA zone; an unknown one counts as UTC.</param>
    /// <param name="now">Up to when durations count, UTC.</param>
    /// <param name="links">Where the message can lead.</param>
    /// <param name="overtakenBy">What has become of it meanwhile: the message says so at once; null when it is the latest.</param>
    public static ComposedMessage Compose(
        Alert alert,
        Crossing crossing,
        MessageCatalog catalog,
        string timeZoneId,
        DateTimeOffset now,
        MessageLinks links,
        Alert? overtakenBy = null
    )
    {
        var clock = ZoneClock.For(timeZoneId, catalog);
        var headline = new Headline(alert, crossing, catalog, clock).Line;
        MessageLine[] late = overtakenBy is null ? [] : [Late(overtakenBy, crossing, catalog, clock)];
        var body = new AlertBody(alert, catalog, clock, links).Lines(now);
        return new ComposedMessage(
            catalog.Language,
            catalog.RightToLeft,
            [headline, .. late, new MessageLine(), .. body]
        )
        {
            More = SafeText.Link(links.Evidence),
        };
    }

    private static MessageLine Late(Alert newer, Crossing crossing, MessageCatalog catalog, ZoneClock clock) =>
        new([
            .. catalog.Text(
                "line.overtaken",
                ("headline", new MessageSpan(new Headline(newer, crossing, catalog, clock).Line.Text))
            ),
        ]);

    /// <summary>The first line alone.</summary>
    public static string Subject(Alert alert, Crossing crossing, MessageCatalog catalog, string timeZoneId) =>
        new Headline(alert, crossing, catalog, ZoneClock.For(timeZoneId, catalog)).Line.Text;

    /// <summary>Every statement an alert rests on, with who made it.</summary>
    public static IEnumerable<MessageLine> Statements(Alert alert, MessageCatalog catalog, string timeZoneId) =>
        new AlertBody(alert, catalog, ZoneClock.For(timeZoneId, catalog), MessageLinks.None).Statements();

    /// <summary>The message as plain text in UTC and without links of an installation: what <c>replay</c> prints.</summary>
    public static string PlainText(Alert alert, Crossing crossing, MessageCatalog catalog) =>
        Compose(alert, crossing, catalog, "UTC", alert.At, MessageLinks.None).PlainText;

    /// <summary>The alert with its alternatives named as a reader of the language knows them.</summary>
    public static Alert Named(Alert alert, IReadOnlyDictionary<string, Crossing> crossings, MessageCatalog catalog) =>
        alert with
        {
            Alternatives =
            [
                .. alert.Alternatives.Select(other =>
                    crossings.TryGetValue(other.Crossing, out var crossing)
                        ? other with
                        {
                            Name = Name(crossing, catalog),
                        }
                        : other
                ),
            ],
        };

    /// <summary>The crossing's name as a reader of the language knows it, with the Latin one where the script differs.</summary>
    public static string Name(Crossing crossing, MessageCatalog catalog)
    {
        var known = crossing.Aliases.GetValueOrDefault(catalog.Language) is [var first, ..] ? first : null;
        return known is null || known.Any(c => c < 0x250 && char.IsLetter(c)) ? crossing.Name
            : catalog.RightToLeft ? $"\u2068{known}\u2069 / \u2068{crossing.Name}\u2069"
            : $"{known} / {crossing.Name}";
    }
}
