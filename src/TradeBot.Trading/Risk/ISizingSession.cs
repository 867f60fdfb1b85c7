using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>One run of a sizing. Its sizes depend only on the candles and trades that it received, and it allocates nothing per candle.</summary>
public interface ISizingSession
{
    /// <summary>Whether it uses candles.</summary>
    bool UsesCandles => false;

    /// <summary>Receives each closed candle that its symbol trades on, when <see cref="UsesCandles"/>.</summary>
    /// <param name="symbol">Position of the symbol in the run.</param>
    /// <param name="candle">The candle.</param>
    void OnCandle(int symbol, in Candle candle)
    {
    }

    /// <summary>Whether it uses round trips.</summary>
    bool UsesTrades => false;

    /// <summary>Receives each round trip that ends, when <see cref="UsesTrades"/>.</summary>
    void OnTrade(Trade trade)
    {
    }

    /// <summary>Computes the quantity to hold; called when a target changes to something other than 0.</summary>
    PositionSize Size(in SizingRequest request);
}
