using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Support and resistance levels of a UTC day, from the prices of the day before.</summary>
/// <remarks>
/// Known from the first candle of the second day, for the whole day; nothing is taken back. A first day that the series does not
/// show from 00:00 UTC does not count. For timeframes of at most a day. A NaN makes the levels of the next day NaN. The default
/// value is invalid. Source: J. L. Person, <i>A Complete Guide to Technical Trading Tactics</i>, 2004.
/// </remarks>
public struct PivotPoints : IIndicator<Candle, PivotPoints.Levels>
{
    private readonly PivotFormula _formula;
    private PreviousDay _day;
    private Levels _levels = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <param name="formula">How the levels are made.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such formula.</exception>
    public PivotPoints(PivotFormula formula)
    {
        if (!Enum.IsDefined(formula))
            throw new ArgumentOutOfRangeException(nameof(formula), formula, "Must be Floor, Woodie or Fibonacci.");
        _formula = formula;
    }

    /// <summary>2 at the least: the levels are known from the first candle after a whole UTC day.</summary>
    public readonly int WarmUp => 2;

    /// <returns>Price levels of this candle's day; NaN until a whole UTC day has ended.</returns>
    public Levels Update(in Candle value)
    {
        if (_day.Update(value) && _day.IsKnown)
            _levels = _formula == PivotFormula.Fibonacci ? Fibonacci() : Classic(value.Open);
        return _levels;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="formula">As for the constructor.</param>
    /// <param name="support3">One slot per candle.</param>
    /// <param name="support2">One slot per candle.</param>
    /// <param name="support1">One slot per candle.</param>
    /// <param name="pivot">One slot per candle.</param>
    /// <param name="resistance1">One slot per candle.</param>
    /// <param name="resistance2">One slot per candle.</param>
    /// <param name="resistance3">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, PivotFormula formula, Span<double> support3, Span<double> support2, Span<double> support1,
        Span<double> pivot, Span<double> resistance1, Span<double> resistance2, Span<double> resistance3)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, support3.Length, nameof(support3));
        Batch.RequireLength(candles.Count, support2.Length, nameof(support2));
        Batch.RequireLength(candles.Count, support1.Length, nameof(support1));
        Batch.RequireLength(candles.Count, pivot.Length, nameof(pivot));
        Batch.RequireLength(candles.Count, resistance1.Length, nameof(resistance1));
        Batch.RequireLength(candles.Count, resistance2.Length, nameof(resistance2));
        Batch.RequireLength(candles.Count, resistance3.Length, nameof(resistance3));
        var indicator = new PivotPoints(formula);
        for (int i = 0; i < candles.Count; i++)
            (
                support3[i], support2[i], support1[i], pivot[i], resistance1[i], resistance2[i], resistance3[i]
            ) = indicator.Update(candles[i]);
    }

    private readonly Levels Classic(double open)
    {
        double high = _day.High, low = _day.Low, range = high - low;
        double pivot = _formula == PivotFormula.Woodie ? (high + low + 2 * open) / 4 : (high + low + _day.Close) / 3;
        return new Levels(
            low - 2 * (high - pivot), pivot - range, 2 * pivot - high, pivot, 2 * pivot - low, pivot + range, high + 2 * (pivot - low));
    }

    private readonly Levels Fibonacci()
    {
        double range = _day.High - _day.Low, pivot = (_day.High + _day.Low + _day.Close) / 3;
        return new Levels(
            pivot - range, pivot - 0.618 * range, pivot - 0.382 * range, pivot, pivot + 0.382 * range, pivot + 0.618 * range, pivot + range);
    }

    /// <summary>The levels of a day, lowest first.</summary>
    /// <param name="Support3">Third level below the pivot.</param>
    /// <param name="Support2">Second level below the pivot.</param>
    /// <param name="Support1">First level below the pivot.</param>
    /// <param name="Pivot">The pivot.</param>
    /// <param name="Resistance1">First level above the pivot.</param>
    /// <param name="Resistance2">Second level above the pivot.</param>
    /// <param name="Resistance3">Third level above the pivot.</param>
    public readonly record struct Levels(
        double Support3, double Support2, double Support1, double Pivot, double Resistance1, double Resistance2, double Resistance3);
}

/// <summary>How pivot levels follow from the high H, low L and close C of the day before.</summary>
public enum PivotFormula
{
    /// <summary>P = (H + L + C) / 3; R1 = 2P − L, R2 = P + (H − L), R3 = H + 2(P − L); supports mirrored.</summary>
    Floor,

    /// <summary>P = (H + L + 2 · today's open) / 4; the levels as for the floor.</summary>
    Woodie,

    /// <summary>P = (H + L + C) / 3; levels at 0.382, 0.618 and 1 times H − L to either side.</summary>
    Fibonacci,
}
