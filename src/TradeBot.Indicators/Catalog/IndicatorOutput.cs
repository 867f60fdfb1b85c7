namespace TradeBot.Indicators;

/// <summary>One of the numbers that an indicator tells.</summary>
/// <param name="Name">Lower-case, unique within the indicator, such as <c>signal</c>.</param>
/// <param name="Meaning">What it is and in which unit, in a phrase.</param>
public sealed record IndicatorOutput(string Name, string Meaning)
{
    /// <summary>No output is below; −∞ when nothing bounds it.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>No output is above; +∞ when nothing bounds it.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// d, when multiplying every price by k multiplies the output by kᵈ: 1 for a price or a distance, 0 for a
    /// percentage; null when no such law holds.
    /// </summary>
    public int? PriceDegree { get; init; }

    /// <summary>The same for volume: 0 when the unit of volume does not matter; null when no such law holds.</summary>
    public int? VolumeDegree { get; init; } = 0;

    /// <summary>What adding a constant to every price does.</summary>
    public ShiftLaw Shift { get; init; }

    /// <summary>When the output can be NaN after the warm-up, in a phrase; null when it never is.</summary>
    public string? UndefinedWhen { get; init; }

    /// <summary>A price: scales and shifts with the prices.</summary>
    internal static IndicatorOutput Price(string name, string meaning) =>
        new(name, meaning) { PriceDegree = 1, Shift = ShiftLaw.Follows };

    /// <summary>A distance between prices: scales with them and does not mind a shift.</summary>
    internal static IndicatorOutput Distance(string name, string meaning, double min = double.NegativeInfinity) =>
        new(name, meaning) { PriceDegree = 1, Shift = ShiftLaw.Unchanged, Min = min };

    /// <summary>A share of distances, such as RSI: minds neither scale nor shift.</summary>
    internal static IndicatorOutput Oscillator(
        string name, string meaning, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        new(name, meaning) { PriceDegree = 0, Shift = ShiftLaw.Unchanged, Min = min, Max = max };

    /// <summary>A quotient of prices, such as a return: does not mind the scale.</summary>
    internal static IndicatorOutput Ratio(
        string name, string meaning, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        new(name, meaning) { PriceDegree = 0, Min = min, Max = max };
}

/// <summary>What becomes of an output when a constant is added to every price.</summary>
public enum ShiftLaw
{
    /// <summary>Nothing can be said.</summary>
    None,

    /// <summary>It stays as it is: the output depends on differences of prices alone.</summary>
    Unchanged,

    /// <summary>The constant is added to it: the output is itself a price.</summary>
    Follows,
}
