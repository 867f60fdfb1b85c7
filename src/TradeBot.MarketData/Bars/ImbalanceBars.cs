namespace TradeBot.MarketData;

/// <summary>Imbalance bars: end when the imbalance of buyers and sellers exceeds its expectation.</summary>
/// <remarks>
/// <para>
/// Each trade counts +1 or −1 (tick imbalance), times its quantity (volume imbalance). A bar ends when the absolute sum
/// reaches <c>E[T] · |E[b]|</c>: the expected number of trades in a bar times the expected signed count of one
/// trade, both exponential averages of the past. The first bar ends after the expected number of trades
/// and initialises the averages.
/// </para>
/// <para>
/// Without bounds E[T] diverges: a long bar makes the next one longer. It is clamped between a tenth and ten times the
/// requested number.
/// </para>
/// </remarks>
public sealed class ImbalanceBars : TradeBarBuilder
{
    private const double Widest = 10;

    private readonly double _trades, _barWeight, _tradeWeight;
    private readonly bool _byVolume;
    private double _expectedTrades, _expectedSign, _sum;
    private bool _isWarm;

    /// <param name="trades">Expected trades per bar, at least 2.</param>
    /// <param name="byVolume">Whether trades count by their quantity.</param>
    /// <param name="span">Span of the averages in bars, n in <c>2 / (n + 1)</c>; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public ImbalanceBars(int trades, bool byVolume = false, int span = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trades, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(span, 1);
        (_trades, _expectedTrades, _byVolume) = (trades, trades, byVolume);
        _barWeight = 2.0 / (span + 1);
        _tradeWeight = 2.0 / ((double)span * trades + 1);
    }

    private protected override bool Completes(in TradeBar bar, int sign, MarketTrade trade)
    {
        double count = _byVolume ? sign * trade.Quantity : sign;
        _sum += count;
        if (!_isWarm)
        {
            if (bar.Trades < _trades)
                return false;

            _expectedSign = _sum / bar.Trades;
            _isWarm = true;
            _sum = 0;
            return true;
        }

        bool completes = Math.Abs(_sum) >= _expectedTrades * Math.Abs(_expectedSign);
        _expectedSign += _tradeWeight * (count - _expectedSign);
        if (!completes)
            return false;

        _expectedTrades += _barWeight * (bar.Trades - _expectedTrades);
        _expectedTrades = Math.Clamp(_expectedTrades, _trades / Widest, _trades * Widest);
        _sum = 0;
        return true;
    }
}
