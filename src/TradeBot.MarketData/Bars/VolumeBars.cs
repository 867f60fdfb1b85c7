namespace TradeBot.MarketData;

/// <summary>Volume bars: each has at least a given traded quantity.</summary>
public sealed class VolumeBars : TradeBarBuilder
{
    private readonly double _volume;

    /// <param name="volume">Quantity per bar, in base currency; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="volume"/> is out of range.</exception>
    public VolumeBars(double volume) => _volume = CandleRow.IsPrice(volume)
        ? volume
        : throw new ArgumentOutOfRangeException(nameof(volume), volume, "Must be positive and finite.");

    private protected override bool Completes(in TradeBar bar, int sign, MarketTrade trade) => bar.Volume >= _volume;
}
