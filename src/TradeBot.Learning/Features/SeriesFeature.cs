using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A column that a function computes from the whole series at once.</summary>
internal sealed class SeriesFeature(string name, Func<CandleSeries, double[]> compute) : ScalarFeature
{
    public override string Name => name;

    public override int WarmUpOn(Timeframe timeframe) => 1;

    public override bool CanStream => false;

    public override FeatureState Start(FeatureSource source)
    {
        CandleSeries series = source.Series
            ?? throw new InvalidOperationException($"The feature '{name}' is computed from a whole series and cannot run live.");
        double[] values = compute(series);
        return values.Length == series.Count
            ? new State(values)
            : throw new InvalidOperationException($"The feature '{name}' gave {values.Length} values for {series.Count} candles.");
    }

    private sealed class State(double[] values) : FeatureState
    {
        private int _next;

        public override double Update(in Candle candle) => values[_next++];
    }
}
