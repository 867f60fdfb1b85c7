namespace TradeBot.Trading;

/// <summary>A candle of a feed began to trade.</summary>
/// <param name="Feed">Position of the feed in the run.</param>
/// <param name="Time">Open time, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Price">First price, in quote currency.</param>
/// <param name="IsSynthetic">Whether a repair made the candle up, so that nothing can trade in it.</param>
/// <param name="High">Its highest price where a replay knows it, otherwise NaN; it only says what part of slippage a fill can show.</param>
/// <param name="Low">Its lowest price, in the same way.</param>
internal readonly record struct CandleOpened(int Feed, long Time, double Price, bool IsSynthetic, double High = double.NaN, double Low = double.NaN);
