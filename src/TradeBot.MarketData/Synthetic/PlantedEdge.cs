namespace TradeBot.MarketData;

/// <summary>A predictable component of returns with known strength: what a sound study should find, and no more.</summary>
/// <remarks>
/// The next candle's standardised return is <c>IC · s + √(1 − IC²) · e</c>, where e is noise and s, the signal,
/// is the exponential average of past standardised returns, scaled to variance 1. The signal is thus a
/// function of past closes, and its correlation with the next standardised return is the information
/// coefficient exactly. Positive: momentum. Negative: mean reversion.
/// </remarks>
public sealed record PlantedEdge
{
    /// <param name="informationCoefficient">Correlation of signal and next return, in (−1, 1).</param>
    /// <param name="horizon">Span of the average in candles, n in <c>2 / (n + 1)</c>; at least 1, which is the last return alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public PlantedEdge(double informationCoefficient, int horizon = 1)
    {
        if (!(informationCoefficient is > -1 and < 1))
            throw new ArgumentOutOfRangeException(nameof(informationCoefficient), informationCoefficient, "Must be in (−1, 1).");
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);

        InformationCoefficient = informationCoefficient;
        Horizon = horizon;
    }

    /// <summary>Correlation of the signal with the next standardised return.</summary>
    public double InformationCoefficient { get; }

    /// <summary>Span of the exponential average of past returns, in candles.</summary>
    public int Horizon { get; }
}
