namespace AlertWorker.Alerts;

/// <summary>How a piece of a message looks; each way out has its own markup for it.</summary>
public enum SpanStyle
{
    Plain,
    Bold,

    /// <summary>Somebody else's words: never altered, in their own language and direction.</summary>
    Quote,
}
