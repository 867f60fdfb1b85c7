namespace TradeBot.MarketData;

/// <summary>What a fetch did for one symbol and timeframe.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Received">Candles received from the exchange.</param>
/// <param name="Held">Candles that the store holds of the range now.</param>
/// <param name="Validation">What is wrong with them; null when there are none.</param>
public sealed record FetchedSeries(string Symbol, Timeframe Timeframe, long Received, int Held, ValidationReport? Validation)
{
    /// <summary>Candles missing between the first and the last one held: the market had none, or the exchange lost them.</summary>
    public long Missing => Validation?.CandlesWith(DefectKind.Gap) ?? 0;
}
