namespace TradeBot.MarketData;

/// <summary>Something wrong, or worth knowing, in candle data.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Severity">What it means for results.</param>
/// <param name="From">Open time of the first candle concerned, UTC.</param>
/// <param name="To">End of the time concerned, exclusive, UTC.</param>
/// <param name="Count">How many candles are concerned: missing ones for gaps, present ones otherwise.</param>
/// <param name="Sentence">What was found, with the values, for a person.</param>
public sealed record CandleDefect(
    string Symbol,
    Timeframe Timeframe,
    DefectKind Kind,
    DefectSeverity Severity,
    DateTime From,
    DateTime To,
    long Count,
    string Sentence)
{
    /// <summary>Symbol, timeframe, severity and sentence.</summary>
    public override string ToString() => $"{Symbol} {Timeframe}, {Severity}: {Sentence}";
}
