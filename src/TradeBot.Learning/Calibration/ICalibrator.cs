namespace TradeBot.Learning;

/// <summary>A fitted correction of probabilities. Immutable.</summary>
public interface ICalibrator
{
    /// <summary>The corrected probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>In [0, 1]; NaN for NaN. Does not allocate.</returns>
    double Calibrate(double probability);
}
