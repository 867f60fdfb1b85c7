namespace TradeBot.Indicators;

/// <summary>An output of an indicator.</summary>
/// <param name="Name">Lower-case, unique within the indicator, such as <c>signal</c>.</param>
/// <param name="Meaning">Its meaning and unit, in a phrase.</param>
public sealed record IndicatorOutput(string Name, string Meaning)
{
    /// <summary>Lower bound; −∞ when unbounded.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Upper bound; +∞ when unbounded.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// d, when multiplying every price by k multiplies the output by kᵈ: 1 for a price or a distance, 0 for a
    /// percentage; null when it does not scale.
    /// </summary>
    public int? PriceDegree { get; init; }

    /// <summary>The same for volume: 0 when the unit of volume does not matter; null when it does not scale.</summary>
    public int? VolumeDegree { get; init; } = 0;

    /// <summary>Effect of adding a constant to every price.</summary>
    public ShiftLaw Shift { get; init; }

    /// <summary>When the output can be NaN after the warm-up, in a phrase; null when it never is.</summary>
    public string? UndefinedWhen { get; init; }

    /// <summary>A price: scales and shifts with the prices.</summary>
    internal static IndicatorOutput Price(string name, string meaning) =>
        new(name, meaning) { PriceDegree = 1, Shift = ShiftLaw.Follows };

    /// <summary>A distance between prices: scales with them and is invariant to shifts.</summary>
    internal static IndicatorOutput Distance(string name, string meaning, double min = double.NegativeInfinity) =>
        new(name, meaning) { PriceDegree = 1, Shift = ShiftLaw.Unchanged, Min = min };

    /// <summary>A ratio of distances, such as RSI: invariant to scale and shift.</summary>
    internal static IndicatorOutput Oscillator(
        string name, string meaning, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        new(name, meaning) { PriceDegree = 0, Shift = ShiftLaw.Unchanged, Min = min, Max = max };

    /// <summary>A ratio of prices, such as a return: invariant to scale.</summary>
    internal static IndicatorOutput Ratio(
        string name, string meaning, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        new(name, meaning) { PriceDegree = 0, Min = min, Max = max };
}

/// <summary>Effect on an output of adding a constant to every price.</summary>
public enum ShiftLaw
{
    /// <summary>Unknown.</summary>
    None,

    /// <summary>It stays as it is: the output depends on differences of prices alone.</summary>
    Unchanged,

    /// <summary>The constant is added to it: the output is itself a price.</summary>
    Follows,
}
