using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Two features joined by an arithmetic sign, candle by candle.</summary>
internal sealed class BinaryFeature(char sign, ScalarFeature left, ScalarFeature right, Func<double, double, double> function) : ScalarFeature
{
    public override string Name => $"{Enclose(left)}{sign}{Enclose(right)}";

    public override int WarmUp => Math.Max(left.WarmUp, right.WarmUp);

    public override bool CanStream => left.CanStream && right.CanStream;

    public override FeatureState Start(FeatureSource source) => new State(left.Start(source), right.Start(source), function);

    private static string Enclose(ScalarFeature feature) => feature is BinaryFeature ? $"({feature.Name})" : feature.Name;

    private sealed class State(FeatureState left, FeatureState right, Func<double, double, double> function) : FeatureState
    {
        public override double Update(in Candle candle) => function(left.Update(candle), right.Update(candle));
    }
}
