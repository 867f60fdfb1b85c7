namespace TradeBot.Strategies;

/// <summary>How strongly the parts of an expression hold together, weakest first.</summary>
internal enum Precedence
{
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Postfix,
    Whole,
}
