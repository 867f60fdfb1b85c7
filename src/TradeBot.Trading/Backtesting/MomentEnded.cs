namespace TradeBot.Trading;

/// <summary>Every candle that closes at a moment has been told of: the strategy may decide.</summary>
/// <param name="Time">Milliseconds since 1970-01-01 UTC.</param>
internal readonly record struct MomentEnded(long Time);
