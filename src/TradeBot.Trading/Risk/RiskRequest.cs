namespace TradeBot.Trading;

/// <summary>The state of an account if an order fills, for a risk policy to check.</summary>
/// <remarks>
/// Values are in account currency at the last prices, for the worst outcome of the working orders: market orders
/// count as filled, resting ones as filled where that makes a position larger, of a pair the larger one.
/// </remarks>
public readonly record struct RiskRequest
{
    /// <summary>The exchange's name of the instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Whether the order can only make its position smaller.</summary>
    public bool Reduces { get; init; }

    /// <summary>Value of the order.</summary>
    public required double OrderValue { get; init; }

    /// <summary>Absolute value of the symbol's position once the order has filled.</summary>
    public required double PositionValue { get; init; }

    /// <summary>Sum of the absolute values of all positions.</summary>
    public required double GrossValue { get; init; }

    /// <summary>Absolute value of the sum of all positions.</summary>
    public required double NetValue { get; init; }

    /// <summary>Sum of the absolute values of the positions that move with this one; NaN where no cap asks for it.</summary>
    public double CorrelatedValue { get; init; }

    /// <summary>Cash and position value.</summary>
    public required double Equity { get; init; }

    /// <summary>Equity without unrealised profit; unrealised losses count.</summary>
    public double Balance { get; init; }

    /// <summary>Why nothing may make a position larger, as a sentence; null when nothing is blocked.</summary>
    public string? Blocked { get; init; }
}
