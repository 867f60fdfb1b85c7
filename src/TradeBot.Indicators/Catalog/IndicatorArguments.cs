namespace TradeBot.Indicators;

/// <summary>The values of an indicator's parameters, in order.</summary>
public readonly struct IndicatorArguments
{
    private readonly double[] _values;

    internal IndicatorArguments(double[] values) => _values = values;

    /// <summary>The value of a parameter.</summary>
    public double this[int index] => _values[index];

    /// <summary>The value of a parameter that is a whole number.</summary>
    public int Int(int index) => (int)_values[index];
}
