namespace TradeBot.Indicators;

/// <summary>Two values of the same moment, for indicators that relate one series to another.</summary>
/// <param name="First">Value of the dependent series, such as an asset's close.</param>
/// <param name="Second">Value of the reference series, such as a benchmark's close.</param>
public readonly record struct Pair(double First, double Second);
