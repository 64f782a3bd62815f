namespace AlertWorker.Claims;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>Comma, semicolon, colon, dash, bracket, quotation mark: may divide clauses.</summary>
    Mark,

    /// <summary>Full stop, question or exclamation mark, line end: divides sentences.</summary>
    Stop,
}
