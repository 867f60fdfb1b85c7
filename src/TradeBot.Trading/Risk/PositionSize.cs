namespace TradeBot.Trading;

/// <summary>The result of a sizing: a quantity, or the reason why there is none.</summary>
public readonly record struct PositionSize
{
    private PositionSize(double quantity, string? reason) => (Quantity, Reason) = (quantity, reason);

    /// <summary>In base currency, without sign, not yet rounded to lots; NaN when unknown.</summary>
    public double Quantity { get; }

    /// <summary>Why no size is known, as a sentence; null when one is.</summary>
    public string? Reason { get; }

    /// <summary>A known size.</summary>
    /// <param name="quantity">In base currency; finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative or not finite.</exception>
    public static PositionSize Of(double quantity) => quantity >= 0 && double.IsFinite(quantity)
        ? new PositionSize(quantity, null)
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "Must be finite and not negative.");

    /// <summary>No size: the target is refused.</summary>
    /// <param name="reason">A sentence.</param>
    public static PositionSize Unknown(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new PositionSize(double.NaN, reason);
    }
}
