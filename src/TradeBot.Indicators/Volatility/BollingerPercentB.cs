namespace TradeBot.Indicators.Volatility;

/// <summary>Position of the value in its Bollinger bands: 0 at the lower, 1 at the upper.</summary>
/// <remarks>
/// NaN where the bands have no width, and while a NaN is in the window. The default value is invalid.
/// Source: J. Bollinger, <i>Bollinger on Bollinger Bands</i>, 2001.
/// </remarks>
public struct BollingerPercentB : IIndicator<double, double>
{
    private BollingerBands _bands;

    /// <param name="period">How many values the window covers, at least 1.</param>
    /// <param name="deviations">Distance of each band from the mean in standard deviations; positive, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public BollingerPercentB(int period, double deviations) => _bands = new BollingerBands(period, deviations);

    /// <inheritdoc/>
    public readonly int WarmUp => _bands.WarmUp;

    /// <returns>A fraction, below 0 or above 1 outside the bands; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        BollingerBands.Band band = _bands.Update(value);
        double width = band.Upper - band.Lower;
        return width == 0 ? double.NaN : (value - band.Lower) / width;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="deviations">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, double deviations, Span<double> destination) =>
        Batch.Run(new BollingerPercentB(period, deviations), values, destination);
}
