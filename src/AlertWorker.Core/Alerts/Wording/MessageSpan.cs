namespace AlertWorker.Alerts;

/// <summary>A piece of a message: text that is shown as it stands, whatever characters it has.</summary>
/// <param name="Text">Never markup; escaped by whoever renders it.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Link">http(s) address it leads to; null for none.</param>
/// <param name="Foreign">True for a value from outside the catalog (a name, a quote, an address): its direction is its own.</param>
public sealed record MessageSpan(
    string Text,
    SpanStyle Style = SpanStyle.Plain,
    string? Link = null,
    bool Foreign = false
);
