namespace TradeBot.Indicators;

/// <summary>A constraint on an indicator's parameters.</summary>
public sealed class IndicatorConstraint
{
    private readonly Func<IndicatorArguments, bool> _holds;

    internal IndicatorConstraint(string text, Func<IndicatorArguments, bool> holds) => (Text, _holds) = (text, holds);

    /// <summary>Such as <c>fast &lt; slow</c>.</summary>
    public string Text { get; }

    internal bool Holds(IndicatorArguments arguments) => _holds(arguments);
}
