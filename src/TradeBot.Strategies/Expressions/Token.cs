namespace TradeBot.Strategies;

/// <summary>A token of an expression's text.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Offset">Its start position.</param>
/// <param name="Number">Its value, when it is a number.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, double Number = double.NaN)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>The kinds of token.</summary>
internal enum TokenKind
{
    End,
    Number,
    Word,
    Quoted,
    Sign,
}
