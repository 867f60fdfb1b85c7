using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>What a feature may know when a run over candles starts.</summary>
/// <param name="Timeframe">The length of the candles to come.</param>
/// <param name="Series">All candles of the run when they are known beforehand; null in a live run.</param>
public sealed record FeatureSource(Timeframe Timeframe, CandleSeries? Series = null);
