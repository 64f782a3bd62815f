using AlertWorker.Alerts;
using AlertWorker.Storage;

namespace AlertWorker.Web;

/// <summary>What each report did to the state of a crossing, and by which rule.</summary>
internal static class LedgerTable
{
    public static Markup Of(IReadOnlyList<LedgerLine> lines, Reader reader) =>
        lines.Count == 0
            ? Markup.None
            : Markup.Of(
                $"""
                <section><h2>{reader.Word("page.ledger")}</h2>
                <ol class="ledger">
                {lines.Select(line => Line(line, reader))}</ol></section>

                """
            );

    private static Markup Line(LedgerLine line, Reader reader) =>
        Markup.Of(
            $"<li><small>{reader.Clock.Full(line.Step.At)}</small>\n{Evidence(line)}<p lang=\"en\" dir=\"ltr\">{Effect(line)}{line.Step.Reason} <code>{line.Step.Rule}</code></p></li>\n"
        );

    private static Markup? Effect(LedgerLine line) =>
        line.Step.Effect == "nothing" ? null : Markup.Of($"<strong>{line.Step.Effect}</strong> – ");

    private static Markup? Evidence(LedgerLine line)
    {
        if (line.Step.Claim is not { } claim)
            return null;
        var text = SafeText.Line(claim.Evidence.Text);
        return SafeText.Link(line.Link) is { } link
            ? Markup.Of(
                $"<blockquote dir=\"auto\">{text} <a href=\"{link}\" rel=\"noopener noreferrer nofollow\">{new Uri(link).Host}</a></blockquote>\n"
            )
            : Markup.Of($"<blockquote dir=\"auto\">{text}</blockquote>\n");
    }
}
