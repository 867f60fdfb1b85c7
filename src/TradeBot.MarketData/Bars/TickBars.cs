namespace TradeBot.MarketData;

/// <summary>Tick bars: a fixed number of trades each.</summary>
public sealed class TickBars : TradeBarBuilder
{
    private readonly int _trades;

    /// <param name="trades">Trades per bar, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="trades"/> is below 1.</exception>
    public TickBars(int trades)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trades, 1);
        _trades = trades;
    }

    private protected override bool Completes(in TradeBar bar, int sign, MarketTrade trade) => bar.Trades >= _trades;
}
