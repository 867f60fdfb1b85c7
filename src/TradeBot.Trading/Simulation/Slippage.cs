namespace TradeBot.Trading;

/// <summary>How much worse than the reference price a market order fills.</summary>
/// <remarks>
/// | order | fill price |
/// | --- | --- |
/// | buy | reference · (1 + fraction), rounded up to the tick |
/// | sell | reference · (1 − fraction), rounded down to the tick |
/// </remarks>
public sealed record Slippage
{
    private Slippage(decimal fraction) => Fraction = fraction;

    /// <summary>Fills at the reference price.</summary>
    public static Slippage None { get; } = new(0m);

    /// <summary>Fraction of the price; 0.0001 is 1 bp.</summary>
    public decimal Fraction { get; }

    /// <summary>A fixed number of basis points.</summary>
    /// <param name="basisPoints">From 0 to 1,000; 1 is 0.01 %.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basisPoints"/> is out of range.</exception>
    public static Slippage Bps(double basisPoints) => basisPoints is >= 0 and <= 1000
        ? new Slippage((decimal)basisPoints / 10_000m)
        : throw new ArgumentOutOfRangeException(nameof(basisPoints), basisPoints, "Must be from 0 to 1000.");

    /// <summary>The reference price moved against the order, before rounding to the tick.</summary>
    internal double Worsen(OrderSide side, double reference) =>
        reference * (side == OrderSide.Buy ? 1 + (double)Fraction : 1 - (double)Fraction);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Fraction * 10_000m:0.####} bp");
}
