namespace TradeBot.Strategies;

/// <summary>A series as it was some candles ago.</summary>
public sealed class ShiftSeries : Series
{
    internal ShiftSeries(Series source, Argument candles) => (Source, Candles) = (source, candles);

    /// <summary>What is looked back on.</summary>
    public Series Source { get; }

    /// <summary>How many candles back, at least 1.</summary>
    public Argument Candles { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    internal override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)}[{Candles}]";
}
