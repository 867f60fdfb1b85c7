namespace TradeBot.Indicators.Windows;

/// <summary>Keeps the sum of a run.</summary>
internal readonly struct SumFold : IFold<double>
{
    public double AddNewer(double state, double value, int count) => state + value;

    public double AddOlder(double state, double value, int count) => state + value;
}
