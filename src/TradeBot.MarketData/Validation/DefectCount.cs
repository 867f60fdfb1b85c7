namespace TradeBot.MarketData;

/// <summary>How often a kind of defect was found.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">The gravest of them.</param>
/// <param name="Defects">How many stretches of candles.</param>
/// <param name="Candles">How many candles in them.</param>
public readonly record struct DefectCount(DefectKind Kind, DefectSeverity Severity, int Defects, long Candles);
