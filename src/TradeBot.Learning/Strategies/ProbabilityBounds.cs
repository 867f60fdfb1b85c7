using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>The probability thresholds for long and short.</summary>
internal readonly record struct ProbabilityBounds(double LongFrom, double? ShortUpTo)
{
    public const double UsualLongFrom = 0.55;

    public static ProbabilityBounds Of(IStrategy strategy, double longFrom, double? shortUpTo) => shortUpTo >= longFrom
        ? throw new InvalidOperationException($"{strategy.Name}: a probability cannot mean both long and short.")
        : new ProbabilityBounds(longFrom, shortUpTo);

    public static double Share(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability must be in [0, 1].");

    public static string NameOf(double longFrom, double? shortUpTo) =>
        FormattableString.Invariant($"long from {longFrom}{(shortUpTo is double share ? $" short up to {share}" : "")}");

    public double ExposureOf(double probability) => probability >= LongFrom ? 1 : probability <= ShortUpTo ? -1 : 0;
}
