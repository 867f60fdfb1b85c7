using System.Runtime.CompilerServices;

namespace TradeBot.Indicators;

/// <summary>Checks of parameters that are not whole numbers.</summary>
internal static class Parameter
{
    /// <summary>Throws unless positive and finite.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");

    /// <summary>Throws unless in (low, high), exclusive.</summary>
    public static double Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > low && value < high
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must be between {low} and {high}, exclusive."));

    /// <summary>Throws unless in [low, high].</summary>
    public static double Within(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= low && value <= high
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must be in [{low}, {high}]."));
}
