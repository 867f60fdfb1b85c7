namespace TradeBot.Strategies;

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What stands there, without quotes.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Number">Its value, when it is a number.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, double Number = double.NaN)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    End,
    Number,
    Word,
    Quoted,
    Sign,
}
