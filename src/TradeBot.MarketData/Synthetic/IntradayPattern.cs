namespace TradeBot.MarketData;

/// <summary>The intraday activity pattern over the UTC day.</summary>
/// <remarks>
/// Hourly knots with linear interpolation: quiet at night, busiest when Europe and America
/// overlap. Scaled to a mean square of 1 over a day, which preserves the daily variance.
/// </remarks>
internal sealed class IntradayPattern
{
    private const int MinutesPerDay = 1440;

    private static readonly double[] Knots =
    [
        1.05, 0.95, 0.85, 0.75, 0.70, 0.68, 0.72, 0.85, 1.00, 1.02, 0.98, 0.95,
        1.05, 1.40, 1.75, 1.70, 1.45, 1.25, 1.12, 1.05, 1.02, 0.98, 0.92, 1.00,
    ];

    private readonly double[] _squaresUpTo = new double[MinutesPerDay + 1];

    /// <param name="strength">0 for a flat day, 1 for the full pattern.</param>
    public IntradayPattern(double strength)
    {
        for (int minute = 0; minute < MinutesPerDay; minute++)
        {
            double between = minute % 60 / 60.0;
            double knot = Knots[minute / 60] * (1 - between) + Knots[(minute / 60 + 1) % 24] * between;
            double level = 1 + strength * (knot - 1);
            _squaresUpTo[minute + 1] = _squaresUpTo[minute] + level * level;
        }
    }

    /// <summary>Root mean square level over a candle: the factor on its volatility.</summary>
    /// <param name="openTime">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="minutes">Length of the candle.</param>
    public double Level(long openTime, int minutes)
    {
        if (minutes >= MinutesPerDay)
            return 1;

        int first = (int)(openTime / UnixTime.MillisecondsPerMinute % MinutesPerDay);
        double squares = _squaresUpTo[first + minutes] - _squaresUpTo[first];
        return Math.Sqrt(squares / minutes / (_squaresUpTo[MinutesPerDay] / MinutesPerDay));
    }
}
