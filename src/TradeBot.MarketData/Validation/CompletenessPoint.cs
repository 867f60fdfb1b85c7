namespace TradeBot.MarketData;

/// <summary>How many of a day's candles are there; for candles longer than a day, of each candle.</summary>
/// <param name="Start">Start of the day (or of the candle), UTC.</param>
/// <param name="Expected">Candles between the series' first and last that should open in it.</param>
/// <param name="Present">Distinct candles that do.</param>
public readonly record struct CompletenessPoint(DateTime Start, int Expected, int Present)
{
    /// <summary>Present over expected, from 0 to 1.</summary>
    public double Fraction => (double)Present / Expected;
}
