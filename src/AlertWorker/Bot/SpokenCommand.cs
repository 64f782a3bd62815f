using System.Text;

namespace AlertWorker.Bot;

/// <summary>A command as it was typed: <c>/watch@AlertWorkerBot chaman</c>.</summary>
/// <param name="Name">Lower case, without slash and bot.</param>
/// <param name="Argument">The rest, cut to a length nobody types.</param>
public sealed record SpokenCommand(string Name, string Argument)
{
    private const int Longest = 1000;

    /// <summary>Reads a message; null when it is no command, or one for another bot.</summary>
    /// <param name="bot">Our own user name.</param>
    public static SpokenCommand? Parse(string? text, string bot)
    {
        if (string.IsNullOrWhiteSpace(text) || text[0] != '/')
            return null;
        var parts = text.Trim().Split([' ', '\n', '\t', '\u00A0'], 2, StringSplitOptions.None);
        var name = parts[0][1..].Split('@');
        if (name.Length > 1 && !string.Equals(name[1], bot, StringComparison.OrdinalIgnoreCase))
            return null;
        var argument = parts.Length > 1 ? parts[1].Trim() : "";
        return new SpokenCommand(
            Normal(name[0]).ToLowerInvariant(),
            argument.Length > Longest ? argument[..Longest] : argument
        );
    }

    private static string Normal(string name) =>
        name.Length is > 0 and < 40 ? name.Normalize(NormalizationForm.FormKC) : "";
}
