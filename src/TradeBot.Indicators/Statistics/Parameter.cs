using System.Runtime.CompilerServices;

namespace TradeBot.Indicators;

/// <summary>Checks of parameters that are not whole numbers.</summary>
internal static class Parameter
{
    /// <summary>Refuses what is not positive and finite.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");

    /// <summary>Refuses what is outside (low, high), ends excluded.</summary>
    public static double Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > low && value < high
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must lie between {low} and {high}, ends excluded."));

    /// <summary>Refuses what is outside [low, high].</summary>
    public static double Within(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= low && value <= high
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must lie in [{low}, {high}]."));
}
