namespace TradeBot.MarketData;

/// <summary>Dollar bars: each has at least a given traded value. Their number depends least on the price level.</summary>
public sealed class DollarBars : TradeBarBuilder
{
    private readonly double _value;

    /// <param name="value">Price times quantity per bar, in quote currency; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is out of range.</exception>
    public DollarBars(double value) => _value = CandleRow.IsPrice(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be positive and finite.");

    private protected override bool Completes(in TradeBar bar, int sign, MarketTrade trade) => bar.Turnover >= _value;
}
