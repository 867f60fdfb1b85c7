namespace TradeBot.Strategies;

/// <summary>The distance of a value from the mean of all so far, itself included, in their standard deviations, dividing by n.</summary>
/// <remarks>A value that is NaN gives NaN and is passed over. Source: Welford, <i>Technometrics</i> 4(3), 1962.</remarks>
internal sealed class ExpandingZScoreNode(Node source) : Node
{
    private double _mean, _squares;
    private long _count;

    public override void Step()
    {
        double value = source.Value;
        Value = double.NaN;
        if (double.IsNaN(value))
            return;

        double before = value - _mean;
        _mean += before / ++_count;
        _squares += before * (value - _mean);
        if (_squares > 0)
            Value = (value - _mean) / Math.Sqrt(_squares / _count);
    }
}
