namespace TradeBot.Indicators.Windows;

/// <summary>Position of a quantile among ascending values, with linear interpolation between two neighbours.</summary>
internal readonly struct QuantilePlace
{
    private readonly int _below;
    private readonly double _rest;

    /// <param name="count">How many values there are, at least 1.</param>
    /// <param name="share">The share of the values that are below, in [0, 1].</param>
    public QuantilePlace(int count, double share)
    {
        double position = share * (count - 1);
        _below = (int)position;
        _rest = position - _below;
    }

    /// <summary>The quantile of the values.</summary>
    public double Of(ReadOnlySpan<double> ascending)
    {
        double below = ascending[_below];
        return _rest == 0 ? below : below + _rest * (ascending[_below + 1] - below);
    }
}
