namespace AlertWorker.Claims;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>Comma, colon, dash, bracket, quotation mark: may divide clauses.</summary>
    Mark,

    /// <summary>Full stop, question or exclamation mark, semicolon, line end: divides sentences.</summary>
    Stop,
}
