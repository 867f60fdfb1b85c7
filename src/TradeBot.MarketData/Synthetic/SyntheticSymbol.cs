namespace TradeBot.MarketData;

/// <summary>One symbol of a generated market.</summary>
/// <param name="Name">The symbol of the series; not empty. Preferably not a real ticker.</param>
/// <param name="StartPrice">Price before the first candle; positive.</param>
/// <param name="AnnualVolatility">Standard deviation of a year's log return, as a fraction; in (0, 10].</param>
public sealed record SyntheticSymbol(string Name, double StartPrice, double AnnualVolatility)
{
    /// <summary>Every price is a multiple of this; positive.</summary>
    public decimal TickSize { get; init; } = 0.01m;

    /// <summary>Every volume is a multiple of this; positive.</summary>
    public decimal LotSize { get; init; } = 0.001m;

    /// <summary>Correlation of the log returns with the market's common factor, in [−1, 1].</summary>
    /// <remarks>Two symbols with correlations a and b to the factor have correlation a·b.</remarks>
    public double Correlation { get; init; } = 0.8;

    /// <summary>Mean traded value of a day, in quote currency; positive.</summary>
    public double DailyTurnover { get; init; } = 100_000_000;

    /// <summary>Expected log growth of a year beyond the martingale, as a fraction; 0 by default.</summary>
    public double AnnualDrift { get; init; }

    /// <summary>A planted edge in the returns; null, the default, for none.</summary>
    public PlantedEdge? Edge { get; init; }

    /// <summary>Outages, in which no candle is recorded although the price moves on; none by default.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        Require(StartPrice > 0 && double.IsFinite(StartPrice), nameof(StartPrice), StartPrice, "positive and finite");
        Require(AnnualVolatility is > 0 and <= 10, nameof(AnnualVolatility), AnnualVolatility, "in (0, 10]");
        Require(TickSize > 0, nameof(TickSize), TickSize, "positive");
        Require(LotSize > 0, nameof(LotSize), LotSize, "positive");
        Require(Correlation is >= -1 and <= 1, nameof(Correlation), Correlation, "in [−1, 1]");
        Require(DailyTurnover > 0 && double.IsFinite(DailyTurnover), nameof(DailyTurnover), DailyTurnover, "positive and finite");
        Require(double.IsFinite(AnnualDrift), nameof(AnnualDrift), AnnualDrift, "finite");
    }

    private void Require(bool holds, string property, object value, string accepted)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(property, value, $"{property} of {Name} must be {accepted}.");
    }
}

/// <summary>An outage: a period in which no candle is recorded.</summary>
/// <param name="From">First open time without a candle, UTC.</param>
/// <param name="To">First open time with a candle again, UTC; after <paramref name="From"/>.</param>
public sealed record Outage(DateTime From, DateTime To)
{
    /// <summary>First open time with a candle again, UTC.</summary>
    public DateTime To { get; init; } = To > From
        ? To
        : throw new ArgumentOutOfRangeException(nameof(To), To, $"Must be after {From:u}.");
}
