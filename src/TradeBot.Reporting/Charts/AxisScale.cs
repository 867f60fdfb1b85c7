namespace TradeBot.Reporting;

/// <summary>Maps values of an axis to positions in a picture.</summary>
/// <param name="Minimum">The value at <paramref name="Start"/>; positive on a logarithmic axis.</param>
/// <param name="Maximum">The value at <paramref name="End"/>, above the minimum.</param>
/// <param name="Start">Position of the minimum.</param>
/// <param name="End">Position of the maximum; above or below the start.</param>
/// <param name="Logarithmic">True when equal steps are equal ratios.</param>
internal readonly record struct AxisScale(double Minimum, double Maximum, double Start, double End, bool Logarithmic = false)
{
    /// <summary>The position of a value; NaN where it has none.</summary>
    public double Map(double value) => Start + Fraction(value) * (End - Start);

    /// <summary>The position of a value between minimum (0) and maximum (1).</summary>
    public double Fraction(double value)
    {
        if (!Logarithmic)
            return (value - Minimum) / (Maximum - Minimum);

        return value > 0 ? Math.Log(value / Minimum) / Math.Log(Maximum / Minimum) : double.NaN;
    }
}

/// <summary>A tick on an axis with its label.</summary>
/// <param name="Value">In units of the axis.</param>
/// <param name="Label">The text; empty for a grid line only.</param>
/// <param name="Context">A second line, such as the date under a time of day; empty where it has not changed.</param>
internal readonly record struct AxisTick(double Value, string Label, string Context = "");
