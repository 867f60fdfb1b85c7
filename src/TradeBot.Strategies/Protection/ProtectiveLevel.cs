namespace TradeBot.Strategies;

/// <summary>A distance, a fraction or a price at which a position is closed; the default is no level.</summary>
public readonly record struct ProtectiveLevel
{
    private ProtectiveLevel(LevelUnit unit, double value)
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A protective level must be positive and finite.");
        (Unit, Value) = (unit, value);
    }

    /// <summary>The unit of <see cref="Value"/>.</summary>
    public LevelUnit Unit { get; }

    /// <summary>Positive and finite; 0 when there is no level.</summary>
    public double Value { get; }

    /// <summary>Whether there is a level.</summary>
    public bool IsSet => Unit != LevelUnit.None;

    /// <summary>A distance from the entry price.</summary>
    /// <param name="value">In quote currency; positive and finite.</param>
    public static ProtectiveLevel Distance(double value) => new(LevelUnit.Distance, value);

    /// <summary>A fraction of the entry price.</summary>
    /// <param name="value">0.02 is 2 %; positive and finite.</param>
    public static ProtectiveLevel Fraction(double value) => new(LevelUnit.Fraction, value);

    /// <summary>A price.</summary>
    /// <param name="value">In quote currency; positive and finite.</param>
    public static ProtectiveLevel Price(double value) => new(LevelUnit.Price, value);

    /// <summary>The price of a level on the losing side: below the reference when long, above when short.</summary>
    /// <param name="reference">The entry price, or for a trailing stop the best price since the fill.</param>
    /// <param name="isLong">The direction of the position.</param>
    /// <returns>In quote currency, not rounded to ticks, possibly below 0; NaN when there is no level.</returns>
    public double Against(double reference, bool isLong) => Unit switch
    {
        LevelUnit.Distance => isLong ? reference - Value : reference + Value,
        LevelUnit.Fraction => reference * (isLong ? 1 - Value : 1 + Value),
        LevelUnit.Price => Value,
        _ => double.NaN,
    };

    /// <summary>The price of a level on the winning side: above the reference when long, below when short.</summary>
    /// <inheritdoc cref="Against"/>
    public double InFavour(double reference, bool isLong) => Against(reference, !isLong);

    /// <summary>Such as <c>120</c>, <c>2%</c> or <c>at 27500</c>.</summary>
    public override string ToString() => Unit switch
    {
        LevelUnit.Distance => FormattableString.Invariant($"{Value}"),
        LevelUnit.Fraction => FormattableString.Invariant($"{(decimal)Value * 100}%"),
        LevelUnit.Price => FormattableString.Invariant($"at {Value}"),
        _ => "none",
    };
}
