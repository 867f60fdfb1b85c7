namespace TradeBot.MarketData;

/// <summary>Builds bars from trades, one trade at a time.</summary>
/// <remarks>
/// A bar ends with the trade that completes it; a trade is never split, so bars may exceed the requested size,
/// and nothing is carried into the next bar. The unfinished bar is not shown, because it would change.
/// Source: López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 2.
/// </remarks>
public abstract class TradeBarBuilder
{
    private double _high, _low, _open, _volume, _turnover, _imbalance;
    private double _lastPrice = double.NaN;
    private int _sign = 1;
    private int _trades;
    private long _openTime, _lastTime = long.MinValue;

    private protected TradeBarBuilder()
    {
    }

    /// <summary>Adds the next trade.</summary>
    /// <param name="trade">Not earlier than the previous one.</param>
    /// <param name="bar">The bar that this trade completes, if it does.</param>
    /// <returns>True when a bar is complete.</returns>
    /// <exception cref="ArgumentException">Price or quantity is not positive and finite, or time goes back.</exception>
    public bool Add(MarketTrade trade, out TradeBar bar)
    {
        Require(trade);
        int sign = SignOf(trade);
        if (_trades == 0)
            (_openTime, _open, _high, _low) = (trade.Time, trade.Price, trade.Price, trade.Price);

        _high = Math.Max(_high, trade.Price);
        _low = Math.Min(_low, trade.Price);
        _volume += trade.Quantity;
        _turnover += trade.Price * trade.Quantity;
        _imbalance += sign * trade.Quantity;
        _trades++;

        bar = new TradeBar(
            UnixTime.ToDateTime(_openTime), UnixTime.ToDateTime(trade.Time), _open, _high, _low, trade.Price, _volume, _turnover, _trades, _imbalance);
        if (!Completes(bar, sign, trade))
        {
            bar = default;
            return false;
        }

        (_volume, _turnover, _imbalance, _trades) = (0, 0, 0, 0);
        return true;
    }

    /// <summary>Adds many trades.</summary>
    /// <returns>The bars that they complete, oldest first.</returns>
    /// <inheritdoc cref="Add"/>
    public IReadOnlyList<TradeBar> AddAll(ReadOnlySpan<MarketTrade> trades)
    {
        List<TradeBar> bars = [];
        foreach (MarketTrade trade in trades)
        {
            if (Add(trade, out TradeBar bar))
                bars.Add(bar);
        }

        return bars;
    }

    /// <summary>Whether the bar is complete.</summary>
    /// <param name="bar">The bar so far, including the trade.</param>
    /// <param name="sign">1 when a buyer was the aggressor, −1 when a seller was.</param>
    /// <param name="trade">The trade just added.</param>
    private protected abstract bool Completes(in TradeBar bar, int sign, MarketTrade trade);

    private void Require(MarketTrade trade)
    {
        if (!CandleRow.IsPrice(trade.Price) || !CandleRow.IsPrice(trade.Quantity))
            throw new ArgumentException($"Expected a positive, finite price and quantity, got {trade}.", nameof(trade));
        if (trade.Time < _lastTime)
            throw new ArgumentException($"Expected a trade not before {UnixTime.ToDateTime(_lastTime):O}, got {trade}.", nameof(trade));
        _lastTime = trade.Time;
    }

    // Tick rule for unknown sides: up is a buyer, down a seller, unchanged as before.
    private int SignOf(MarketTrade trade)
    {
        _sign = trade.Side switch
        {
            AggressorSide.Buyer => 1,
            AggressorSide.Seller => -1,
            _ => trade.Price > _lastPrice ? 1 : trade.Price < _lastPrice ? -1 : _sign,
        };
        _lastPrice = trade.Price;
        return _sign;
    }
}
