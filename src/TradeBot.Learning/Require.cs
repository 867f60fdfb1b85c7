namespace TradeBot.Learning;

/// <summary>Checks of options.</summary>
internal static class Require
{
    public static int AtLeast(int value, int least) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"Must be at least {least}.");

    public static double Share(double value) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A fraction must be in (0, 1].");

    public static double NotNegative(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite and not negative.");
}
