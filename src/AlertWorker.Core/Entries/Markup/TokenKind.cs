namespace AlertWorker.Entries.Markup;

/// <summary>What <see cref="MarkupTokenizer"/> stands on.</summary>
internal enum TokenKind
{
    StartTag,
    EndTag,
    Doctype,

    /// <summary>Nothing is left; <see cref="MarkupTokenizer.Cut"/> says whether the document broke off.</summary>
    EndOfDocument,
}
