using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies;

/// <summary>Holds the symbols with the highest returns and optionally shorts those with the lowest.</summary>
public static class CrossSectionalMomentum
{
    /// <summary>The rotation, over the symbols of the run.</summary>
    /// <param name="lookback">Lookback of the returns, in candles.</param>
    /// <param name="top">How many of the best to hold.</param>
    /// <param name="bottom">How many of the worst to short.</param>
    /// <param name="every">Rebalancing interval in candles, starting with the first of the run.</param>
    /// <exception cref="StrategyException">A parameter is not accepted.</exception>
    public static RotationStrategy Rule(int lookback = 30, int top = 1, int bottom = 0, int every = 7) => Strategy
        .Rotate(Close.ChangeRate(Parameter("lookback", lookback)))
        .Named(FormattableString.Invariant($"Cross-sectional momentum {{lookback}}, every {{interval}}, top {top}{(bottom > 0 ? $", bottom {bottom}" : "")}"))
        .From("N. Jegadeesh and S. Titman, Journal of Finance 48(1), 1993")
        .Hold(top, bottom)
        .Rebalance(Every(Parameter("interval", every)))
        .Build();
}
