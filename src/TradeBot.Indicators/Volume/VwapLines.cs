namespace TradeBot.Indicators.Volume;

/// <summary>A volume-weighted average price and how far trades lay from it.</summary>
/// <param name="Vwap">Mean of the typical prices, weighted by volume.</param>
/// <param name="Deviation">Their population standard deviation, weighted alike, in price units.</param>
public readonly record struct VwapLines(double Vwap, double Deviation);
