namespace TradeBot.Indicators.Patterns;

/// <summary>True where the candles, oldest first, make the bullish form of a pattern.</summary>
internal delegate bool PatternTest(ReadOnlySpan<CandleShape> candles);
