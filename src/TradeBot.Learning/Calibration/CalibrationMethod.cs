namespace TradeBot.Learning;

/// <summary>How probabilities are corrected.</summary>
public enum CalibrationMethod
{
    /// <summary>A line through the log odds: two parameters. See <see cref="PlattCalibrator"/>.</summary>
    Platt,

    /// <summary>Steps that only rise: as many parameters as the rows ask for; needs a thousand rows or more. See <see cref="IsotonicCalibrator"/>.</summary>
    Isotonic,
}
