using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Alligator: three of Wilder's averages of the candle's middle, each drawn some candles ahead.</summary>
/// <remarks>
/// Lengths and shifts are Williams's: jaw 13 and 8, teeth 8 and 5, lips 5 and 3. The outputs are those drawn at this candle and
/// so computed 8, 5 and 3 candles ago; nothing looks ahead. All are NaN until the jaw is known. NaN in makes every later output
/// NaN. Source: B. Williams, <i>New Trading Dimensions</i>, 1998.
/// </remarks>
public struct Alligator : IIndicator<Candle, Alligator.Lines>
{
    private WilderAverage _jaw = new(13);
    private WilderAverage _teeth = new(8);
    private WilderAverage _lips = new(5);
    private Delay _jawShift = new(8);
    private Delay _teethShift = new(5);
    private Delay _lipsShift = new(3);
    private Countdown _known;

    /// <summary>Before the first candle.</summary>
    public Alligator() => _known = new Countdown(WarmUp);

    /// <inheritdoc/>
    public readonly int WarmUp => 13 + 8;

    /// <returns>In price units; NaN for the first 20 calls.</returns>
    public Lines Update(in Candle value)
    {
        double middle = (value.High + value.Low) / 2;
        double jaw = _jawShift.Update(_jaw.Update(middle));
        double teeth = _teethShift.Update(_teeth.Update(middle));
        double lips = _lipsShift.Update(_lips.Update(middle));
        return _known.Step() ? new Lines(jaw, teeth, lips) : new Lines(double.NaN, double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="jaw">One slot per candle.</param>
    /// <param name="teeth">One slot per candle.</param>
    /// <param name="lips">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> jaw, Span<double> teeth, Span<double> lips)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, jaw.Length, nameof(jaw));
        Batch.RequireLength(candles.Count, teeth.Length, nameof(teeth));
        Batch.RequireLength(candles.Count, lips.Length, nameof(lips));
        var indicator = new Alligator();
        for (int i = 0; i < candles.Count; i++)
            (jaw[i], teeth[i], lips[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Jaw">The slow line.</param>
    /// <param name="Teeth">The middle line.</param>
    /// <param name="Lips">The fast line.</param>
    public readonly record struct Lines(double Jaw, double Teeth, double Lips);
}
