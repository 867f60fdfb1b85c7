namespace TradeBot.Strategies;

/// <summary>A series some candles ago.</summary>
public sealed class ShiftSeries : Series
{
    internal ShiftSeries(Series source, Argument candles) => (Source, Candles) = (source, candles);

    /// <summary>The series.</summary>
    public Series Source { get; }

    /// <summary>How many candles back, at least 1.</summary>
    public Argument Candles { get; }

    internal override Precedence Precedence => Precedence.Postfix;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => [Source];

    private protected override string Write() => $"{Inside(Source, Precedence.Postfix)}[{Candles}]";
}
