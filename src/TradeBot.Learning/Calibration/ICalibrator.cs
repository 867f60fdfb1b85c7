namespace TradeBot.Learning;

/// <summary>A fitted correction of probabilities. Immutable.</summary>
public interface ICalibrator
{
    /// <summary>The corrected probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>In [0, 1]; NaN for NaN. Does not allocate.</returns>
    double Calibrate(double probability);
}

/// <summary>How probabilities are corrected.</summary>
public enum CalibrationMethod
{
    /// <summary>A line through the log odds: two parameters. See <see cref="PlattCalibrator"/>.</summary>
    Platt,

    /// <summary>Steps that only rise: as many parameters as the rows ask for; needs a thousand rows or more. See <see cref="IsotonicCalibrator"/>.</summary>
    Isotonic,
}
