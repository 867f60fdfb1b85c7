namespace TradeBot.Indicators;

/// <summary>The values of an indicator's parameters, in their order.</summary>
internal readonly struct IndicatorArguments(double[] values)
{
    public double this[int index] => values[index];

    public int Int(int index) => (int)values[index];
}
