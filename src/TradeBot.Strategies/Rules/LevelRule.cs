namespace TradeBot.Strategies;

/// <summary>A protective level that is computed at the candle of the entry.</summary>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Value">A distance or a price in quote currency, or a fraction of the entry price.</param>
/// <remarks>
/// A position is not opened while a defined level is unknown, 0 or below. Distances and fractions stay as
/// they were at the entry; a price follows its series at each candle.
/// </remarks>
public sealed record LevelRule(LevelUnit Unit, Series Value)
{
    /// <summary>A distance from the entry price.</summary>
    public static implicit operator LevelRule(Series distance) => new(LevelUnit.Distance, distance);

    /// <summary>A distance from the entry price, in quote currency.</summary>
    public static implicit operator LevelRule(double distance) => new(LevelUnit.Distance, distance);

    /// <summary>As written in a strategy document: <c>2 * atr(14)</c> or <c>2%</c>.</summary>
    public override string ToString() => Unit == LevelUnit.Fraction && Value is ConstantSeries { Value.Parameter: null } constant
        ? FormattableString.Invariant($"{(decimal)constant.Value.Value * 100:0.############################}%")
        : Value.ToString();
}

public static partial class Expressions
{
    /// <summary>A protective level in percent of the entry price.</summary>
    /// <param name="percent">2 is 2 %.</param>
    public static LevelRule Percent(double percent) => new(LevelUnit.Fraction, (double)((decimal)percent / 100));
}
