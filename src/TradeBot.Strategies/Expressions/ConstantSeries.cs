namespace TradeBot.Strategies;

/// <summary>A number that is the same at each candle.</summary>
public sealed class ConstantSeries : Series
{
    internal ConstantSeries(Argument value) => Value = value;

    /// <summary>The number, perhaps by the name of a parameter.</summary>
    public Argument Value { get; }

    internal override Precedence Precedence => Value.Parameter is null && Value.Value < 0 ? Precedence.Product : Precedence.Whole;

    private protected override string Write() => Value.ToString();
}
