namespace TradeBot.Strategies;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind
{
    End,
    Number,
    Word,
    Quoted,
    Sign,
}
