using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>A candle of the only feed of a run is complete, nothing in it could trade, and with it the moment has ended.</summary>
/// <remarks>It says in one event what <see cref="CandleClosed"/> and <see cref="MomentEnded"/> say in two, for the many candles in which nothing happens.</remarks>
/// <param name="time">Close time, milliseconds since 1970-01-01 UTC.</param>
/// <param name="candle">The candle.</param>
internal readonly ref struct CandlePassed(long time, in Candle candle)
{
    public readonly long Time = time;
    public readonly ref readonly Candle Candle = ref candle;
}
