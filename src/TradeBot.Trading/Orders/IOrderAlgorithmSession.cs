using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>One run of an order algorithm.</summary>
/// <remarks>
/// The driver calls <see cref="OnCandle"/> for each candle that closes at a moment, then <see cref="Decide"/> once.
/// Orders given there can fill no earlier than the next candle's open, as can those given in <see cref="OnFill"/>:
/// what happens inside a candle is known only once it has closed.
/// </remarks>
public interface IOrderAlgorithmSession
{
    /// <summary>Takes a candle that has just closed.</summary>
    void OnCandle(int feed, in Candle candle);

    /// <summary>Gives orders, after all candles that closed at this moment.</summary>
    void Decide(IOrderDesk desk);

    /// <summary>Told of a fill.</summary>
    void OnFill(in Fill fill, Order order, IOrderDesk desk);
}
