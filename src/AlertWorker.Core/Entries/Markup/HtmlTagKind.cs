namespace AlertWorker.Entries.Markup;

/// <summary>What an HTML element means for text.</summary>
internal enum HtmlTagKind
{
    /// <summary>Not an element of HTML that we know.</summary>
    Other,
    Inline,

    /// <summary>Begins a new line.</summary>
    Block,

    /// <summary>Stands apart from its neighbours by a space.</summary>
    Spaced,

    /// <summary>Its content is code, not text.</summary>
    Silent,
}
