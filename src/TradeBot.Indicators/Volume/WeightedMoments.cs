namespace TradeBot.Indicators.Volume;

/// <summary>Mean and deviation of values that come with weights.</summary>
/// <remarks>Source: D. H. D. West, <i>Communications of the ACM</i> 22(9), 1979. The default value is empty and ready.</remarks>
internal struct WeightedMoments
{
    private double _weight;
    private double _mean;
    private double _squares;

    /// <summary>The weighted mean; NaN while nothing has weight.</summary>
    public readonly double Mean => _weight == 0 ? double.NaN : _mean;

    /// <summary>The weighted population deviation; NaN while nothing has weight.</summary>
    public readonly double Deviation => _weight == 0 ? double.NaN : Math.Sqrt(_squares / _weight);

    /// <summary>Adds a value; one without weight changes nothing.</summary>
    public void Add(double value, double weight)
    {
        if (weight == 0 && !double.IsNaN(value))
            return;

        _weight += weight;
        double distance = value - _mean;
        _mean += distance * (weight / _weight);
        _squares += weight * distance * (value - _mean);
    }
}
