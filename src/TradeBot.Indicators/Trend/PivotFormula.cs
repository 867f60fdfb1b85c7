namespace TradeBot.Indicators.Trend;

/// <summary>How pivot levels follow from the high H, low L and close C of the day before.</summary>
public enum PivotFormula
{
    /// <summary>P = (H + L + C) / 3; R1 = 2P − L, R2 = P + (H − L), R3 = H + 2(P − L); supports mirrored.</summary>
    Floor,

    /// <summary>P = (H + L + 2 · today's open) / 4; the levels as for the floor.</summary>
    Woodie,

    /// <summary>P = (H + L + C) / 3; levels at 0.382, 0.618 and 1 times H − L to either side.</summary>
    Fibonacci,
}
