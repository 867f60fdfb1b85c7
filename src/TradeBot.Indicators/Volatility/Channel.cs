namespace TradeBot.Indicators.Volatility;

/// <summary>A line with one above and one below.</summary>
/// <param name="Lower">The lower line.</param>
/// <param name="Middle">The line between.</param>
/// <param name="Upper">The upper line.</param>
public readonly record struct Channel(double Lower, double Middle, double Upper);
