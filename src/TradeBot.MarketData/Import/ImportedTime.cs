namespace TradeBot.MarketData;

/// <summary>The time of one row.</summary>
/// <param name="Milliseconds">Since 1970-01-01, by UTC or by the source's clock.</param>
/// <param name="IsLocal">True where it is a time of day by the source's clock, which a zone may shift.</param>
internal readonly record struct ImportedTime(long Milliseconds, bool IsLocal);
