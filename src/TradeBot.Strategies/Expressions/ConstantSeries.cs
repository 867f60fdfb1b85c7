namespace TradeBot.Strategies;

/// <summary>A constant.</summary>
public sealed class ConstantSeries : Series
{
    internal ConstantSeries(Argument value) => Value = value;

    /// <summary>The number, possibly a named parameter.</summary>
    public Argument Value { get; }

    internal override Precedence Precedence => Value.Parameter is null && Value.Value < 0 ? Precedence.Product : Precedence.Whole;

    private protected override string Write() => Value.ToString();
}
