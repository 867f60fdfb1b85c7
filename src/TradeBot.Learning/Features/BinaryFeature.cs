using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Two features joined by an arithmetic sign, candle by candle.</summary>
internal sealed class BinaryFeature(char sign, ScalarFeature left, ScalarFeature right, Func<double, double, double> function) : ScalarFeature
{
    public override string Name => $"{Enclose(left)}{sign}{Enclose(right)}";

    public override int WarmUpOn(Timeframe timeframe) => Math.Max(left.WarmUpOn(timeframe), right.WarmUpOn(timeframe));

    public override bool CanStream => left.CanStream && right.CanStream;

    /// <summary>Joins two features; on longer candles of one timeframe they are joined there.</summary>
    public static ScalarFeature Of(char sign, ScalarFeature left, ScalarFeature right, Func<double, double, double> function)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return (left, right) switch
        {
            (LongerFeature x, LongerFeature y) when x.Timeframe == y.Timeframe => x.Derive(input => new BinaryFeature(sign, input, y.Inner, function)),
            (LongerFeature x, ConstantFeature) => x.Derive(input => new BinaryFeature(sign, input, right, function)),
            (ConstantFeature, LongerFeature y) => y.Derive(input => new BinaryFeature(sign, left, input, function)),
            _ => new BinaryFeature(sign, left, right, function),
        };
    }

    public override FeatureState Start(FeatureSource source) => new State(left.Start(source), right.Start(source), function);

    private static string Enclose(ScalarFeature feature) => feature is BinaryFeature or LongerFeature or OtherSymbolFeature ? $"({feature.Name})" : feature.Name;

    private sealed class State(FeatureState left, FeatureState right, Func<double, double, double> function) : FeatureState
    {
        public override double Update(in Candle candle) => function(left.Update(candle), right.Update(candle));
    }
}
