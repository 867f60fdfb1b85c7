namespace TradeBot.Strategies;

/// <summary>The four operations.</summary>
public enum ArithmeticOperator
{
    /// <summary>Sum.</summary>
    Add,

    /// <summary>Difference.</summary>
    Subtract,

    /// <summary>Product.</summary>
    Multiply,

    /// <summary>Quotient; dividing by 0 gives an unknown value.</summary>
    Divide,
}
