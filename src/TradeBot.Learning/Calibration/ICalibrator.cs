namespace TradeBot.Learning;

/// <summary>A fitted calibration of probabilities. Immutable.</summary>
public interface ICalibrator
{
    /// <summary>The calibrated probability.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <returns>In [0, 1]; NaN for NaN. Does not allocate.</returns>
    double Calibrate(double probability);
}

/// <summary>The calibration method.</summary>
public enum CalibrationMethod
{
    /// <summary>Platt scaling: linear in the log odds, two parameters. See <see cref="PlattCalibrator"/>.</summary>
    Platt,

    /// <summary>Isotonic regression: as many parameters as the data support; needs a thousand rows or more. See <see cref="IsotonicCalibrator"/>.</summary>
    Isotonic,
}
