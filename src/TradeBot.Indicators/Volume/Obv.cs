using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>On-balance volume: volume added where the close rose and taken away where it fell.</summary>
/// <remarks>
/// Starts at 0 with the first candle. NaN in makes every later output NaN.
/// Source: J. Granville, <i>New Key to Stock Market Profits</i>, 1963.
/// </remarks>
public struct Obv : IIndicator<Candle, double>
{
    private double _previous;
    private double _balance;
    private bool _started;

    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In base currency; 0 for the first call.</returns>
    public double Update(in Candle value)
    {
        double sign = Sign.Of(_started ? value.Close - _previous : 0 * value.Close);
        _previous = value.Close;
        _balance += sign * (_started ? value.Volume : 0 * value.Volume);
        _started = true;
        return _balance;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, Span<double> destination) =>
        Batch.Run(new Obv(), candles, destination);
}
