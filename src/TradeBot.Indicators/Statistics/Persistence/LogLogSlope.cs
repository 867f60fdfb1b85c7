namespace TradeBot.Indicators.Statistics;

/// <summary>Slope of a line through points on doubly logarithmic paper: the exponent of a power law.</summary>
internal struct LogLogSlope
{
    private double _n, _x, _y, _xx, _xy;

    /// <summary>Adds a point; one with a coordinate that is not positive is ignored.</summary>
    public void Add(double x, double y)
    {
        if (x <= 0 || y <= 0)
            return;

        double logX = Math.Log(x), logY = Math.Log(y);
        _n++;
        _x += logX;
        _y += logY;
        _xx += logX * logX;
        _xy += logX * logY;
    }

    /// <summary>The slope; NaN below two points.</summary>
    public readonly double Value => _n < 2 ? double.NaN : (_n * _xy - _x * _y) / (_n * _xx - _x * _x);
}
