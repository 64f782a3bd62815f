namespace AlertWorker.Claims;

/// <summary>A word or mark of the folded text.</summary>
/// <param name="Start">First character, in the folded text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Text">The folded characters.</param>
/// <param name="Capital">The original begins with a capital.</param>
internal readonly record struct Token(int Start, int End, string Text, TokenKind Kind, bool Capital)
{
    public bool IsWordLike => Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>A word of a script with cases, without a capital.</summary>
    public bool IsLowerCase => Kind == TokenKind.Word && !Capital && char.IsLower(Text[0]);
}
