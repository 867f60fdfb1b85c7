namespace TradeBot.Indicators;

/// <summary>What the parameters of an indicator must satisfy together.</summary>
public sealed class IndicatorConstraint
{
    private readonly Func<IndicatorArguments, bool> _holds;

    internal IndicatorConstraint(string text, Func<IndicatorArguments, bool> holds) => (Text, _holds) = (text, holds);

    /// <summary>Such as <c>fast &lt; slow</c>.</summary>
    public string Text { get; }

    internal bool Holds(IndicatorArguments arguments) => _holds(arguments);
}

/// <summary>The values of an indicator's parameters, in their order.</summary>
internal readonly struct IndicatorArguments(double[] values)
{
    public double this[int index] => values[index];

    public int Int(int index) => (int)values[index];
}
