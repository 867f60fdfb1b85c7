namespace TradeBot.MarketData;

/// <summary>One change that a repair made.</summary>
/// <param name="Action">What was done.</param>
/// <param name="OpenTime">The candle's open time, UTC.</param>
/// <param name="Before">The candle as it was; null when there was none.</param>
/// <param name="After">The candle as it is; null when it is gone.</param>
/// <param name="Reason">Why, for a person.</param>
public sealed record RepairChange(RepairAction Action, DateTime OpenTime, Candle? Before, Candle? After, string Reason);
