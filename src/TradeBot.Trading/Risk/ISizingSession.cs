using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>One run of a sizing. What it answers depends on what it was told alone, and a candle costs it no memory.</summary>
public interface ISizingSession
{
    /// <summary>Whether it wants to be told of candles.</summary>
    bool UsesCandles => false;

    /// <summary>Told of each closed candle that its symbol trades on, when it wants to be.</summary>
    /// <param name="symbol">Position of the symbol in the run.</param>
    /// <param name="candle">The candle.</param>
    void OnCandle(int symbol, in Candle candle)
    {
    }

    /// <summary>Whether it wants to be told of round trips.</summary>
    bool UsesTrades => false;

    /// <summary>Told of each round trip that ends, when it wants to be.</summary>
    void OnTrade(Trade trade)
    {
    }

    /// <summary>Says how much to hold; asked when a target changes to something other than 0.</summary>
    PositionSize Size(in SizingRequest request);
}
