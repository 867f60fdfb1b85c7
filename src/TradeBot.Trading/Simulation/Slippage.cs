namespace TradeBot.Trading;

/// <summary>How much worse than the reference price an order fills that takes liquidity.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>model</term><description>the price moves against the order by</description></listheader>
/// <item><term>none</term><description>nothing</description></item>
/// <item><term>basis points</term><description>a fraction of the price</description></item>
/// <item><term>spread</term><description>half the spread, in quote currency</description></item>
/// <item><term>volume share</term><description>coefficient · price · min(1, quantity / volume of the last closed candle)</description></item>
/// <item><term>square-root impact</term><description>coefficient · (high − low of the last closed candle) · √min(1, quantity / its volume)</description></item>
/// </list>
///
/// A buy then rounds up to the tick, a sell down. A candle without volume counts as a share of 1. Limit orders fill
/// at their limit and have none. Source of the square root: B. Tóth and others, <i>Physical Review X</i> 1, 2011.
/// </remarks>
public sealed record Slippage
{
    private readonly double _coefficient;

    private Slippage(SlippageModel model, double amount, double coefficient, decimal fraction = 0m) =>
        (Model, Amount, _coefficient, Fraction) = (model, amount, coefficient, fraction);

    /// <summary>Fills at the reference price.</summary>
    public static Slippage None { get; } = new(SlippageModel.Fraction, 0, 0);

    /// <summary>The model.</summary>
    public SlippageModel Model { get; }

    /// <summary>The number that the model takes: basis points, the spread, or the coefficient.</summary>
    public double Amount { get; }

    /// <summary>Fixed fraction of the price; 0.0001 is 1 bp; 0 for the other models.</summary>
    public decimal Fraction { get; }

    /// <summary>A fixed number of basis points.</summary>
    /// <param name="basisPoints">From 0 to 1,000; 1 is 0.01 %.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basisPoints"/> is out of range.</exception>
    public static Slippage Bps(double basisPoints) => basisPoints is >= 0 and <= 1000
        ? new Slippage(SlippageModel.Fraction, basisPoints, basisPoints / 10_000, (decimal)basisPoints / 10_000m)
        : throw new ArgumentOutOfRangeException(nameof(basisPoints), basisPoints, "Must be from 0 to 1000.");

    /// <summary>Half of a fixed spread.</summary>
    /// <param name="spread">Distance between best bid and best ask, in quote currency; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spread"/> is negative or not finite.</exception>
    public static Slippage Spread(double spread) => new(SlippageModel.Distance, Checked(spread, nameof(spread)), spread / 2);

    /// <summary>Grows with the share of the volume.</summary>
    /// <param name="coefficient">Fraction of the price lost by an order as large as the whole candle; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coefficient"/> is negative or not finite.</exception>
    public static Slippage VolumeShare(double coefficient) => new(SlippageModel.VolumeShare, Checked(coefficient, nameof(coefficient)), coefficient);

    /// <summary>Grows with the root of the share of the volume, and with the range.</summary>
    /// <param name="coefficient">Ranges lost by an order as large as the whole candle; not negative, about 1 is measured.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="coefficient"/> is negative or not finite.</exception>
    public static Slippage SquareRootImpact(double coefficient) => new(SlippageModel.SquareRootImpact, Checked(coefficient, nameof(coefficient)), coefficient);

    /// <inheritdoc/>
    public override string ToString() => Model switch
    {
        SlippageModel.Fraction => FormattableString.Invariant($"{Fraction * 10_000m:0.####} bp"),
        SlippageModel.Distance => FormattableString.Invariant($"spread of {2 * _coefficient}"),
        SlippageModel.VolumeShare => FormattableString.Invariant($"{_coefficient} of volume share"),
        _ => FormattableString.Invariant($"{_coefficient} of square-root impact"),
    };

    /// <summary>Whether a larger order pays another price.</summary>
    internal bool GrowsWithQuantity => Model is SlippageModel.VolumeShare or SlippageModel.SquareRootImpact;

    /// <summary>How far the price moves against an order, in quote currency.</summary>
    internal double DistanceFor(decimal quantity, double price, double lastVolume, double lastRange) => Model switch
    {
        SlippageModel.Fraction => price * _coefficient,
        SlippageModel.Distance => _coefficient,
        SlippageModel.VolumeShare => _coefficient * price * Share(quantity, lastVolume),
        _ => _coefficient * lastRange * Math.Sqrt(Share(quantity, lastVolume)),
    };

    private static double Share(decimal quantity, double volume) => volume > 0 ? Math.Min(1, (double)quantity / volume) : 1;

    private static double Checked(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");
}
