using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>One run of an order algorithm.</summary>
/// <remarks>
/// The driver calls <see cref="OnCandle"/> for each candle that closes at a moment, then <see cref="Decide"/> once.
/// Orders submitted there can fill no earlier than the next candle's open, like those submitted in <see cref="OnFill"/>:
/// what happens inside a candle is known only once it has closed.
/// </remarks>
public interface IOrderAlgorithmSession
{
    /// <summary>Receives a candle that has just closed.</summary>
    void OnCandle(int feed, in Candle candle);

    /// <summary>Submits orders, after all candles that closed at this moment.</summary>
    void Decide(IOrderDesk desk);

    /// <summary>Receives a fill.</summary>
    void OnFill(in Fill fill, Order order, IOrderDesk desk);
}
