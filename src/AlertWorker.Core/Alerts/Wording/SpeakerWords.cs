using AlertWorker.Claims;

namespace AlertWorker.Alerts;

/// <summary>Says who speaks: name and role in the words of the text, then what that makes the speaker.</summary>
internal static class SpeakerWords
{
    public static IReadOnlyList<MessageSpan> Of(Speaker speaker, MessageCatalog catalog)
    {
        var kind = catalog.Plain(KeyOf(speaker));
        var side = speaker.Side is null
            ? kind
            : string.Concat(
                catalog
                    .Text(
                        "speaker.side",
                        ("kind", new MessageSpan(kind)),
                        ("side", new MessageSpan(catalog.Country(speaker.Side)))
                    )
                    .Select(span => span.Text)
            );
        var english = (catalog.Fallback ?? catalog).Plain(KeyOf(speaker));
        var role = Repeats(kind, speaker.Role) || Repeats(english, speaker.Role) ? null : speaker.Role;
        var who = SafeText.Line(
            string.Join(", ", new[] { speaker.Name, role }.Where(part => !string.IsNullOrWhiteSpace(part)))
        );
        return who.Length == 0 ? [new MessageSpan(side)] : [new MessageSpan(who, Foreign: true), new($" ({side})")];
    }

    private static string KeyOf(Speaker speaker) => $"speaker.{speaker.Kind.ToString().ToLowerInvariant()}";

    /// <summary>"Sources (unnamed source)" says one thing twice, and says it in English to who reads Russian.</summary>
    private static bool Repeats(string kind, string? role) =>
        role?.Trim() is { Length: > 0 } word
        && !word.Contains(' ', StringComparison.Ordinal)
        && kind.Contains(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase);
}
