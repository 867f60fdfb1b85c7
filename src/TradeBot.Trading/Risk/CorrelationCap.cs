namespace TradeBot.Trading;

/// <summary>A limit on the exposure to correlated symbols.</summary>
/// <param name="MaxExposure">Largest sum of position values that move with the ordered one, itself included, as a fraction of equity.</param>
/// <param name="Threshold">From which correlation two positions of the same direction move together; opposite ones do from its negative.</param>
/// <param name="Lookback">How many moments of closes the correlation of log returns is measured over.</param>
/// <remarks>A correlation that is not known yet counts as moving together, to be cautious.</remarks>
public sealed record CorrelationCap(double MaxExposure, double Threshold = 0.7, int Lookback = 100)
{
    /// <summary>Positive.</summary>
    public double MaxExposure { get; init; } = MaxExposure > 0
        ? MaxExposure
        : throw new ArgumentOutOfRangeException(nameof(MaxExposure), MaxExposure, "Must be positive.");

    /// <summary>From 0 to 1.</summary>
    public double Threshold { get; init; } = Threshold is >= 0 and <= 1
        ? Threshold
        : throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "Must be from 0 to 1.");

    /// <summary>At least 2.</summary>
    public int Lookback { get; init; } = Lookback >= 2
        ? Lookback
        : throw new ArgumentOutOfRangeException(nameof(Lookback), Lookback, "Must be at least 2.");
}
