namespace TradeBot.MarketData;

/// <summary>Options of <see cref="MarketGenerator"/>.</summary>
public sealed record SyntheticMarketOptions
{
    /// <summary>The symbols, at least one, with distinct names.</summary>
    public required IReadOnlyList<SyntheticSymbol> Symbols { get; init; }

    /// <summary>Same seed and options, same bits, on every platform.</summary>
    public required int Seed { get; init; }

    /// <summary>Number of candles per symbol before outages are removed; not negative.</summary>
    public required int Count { get; init; }

    /// <summary>The timeframe: any except months, whose length varies.</summary>
    public Timeframe Timeframe { get; init; } = Timeframe.OneMinute;

    /// <summary>Open time of the first candle, UTC; on the timeframe's grid.</summary>
    public DateTime Start { get; init; } = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Degrees of freedom of the Student-t shocks: fewer give fatter tails; at least 3.</summary>
    public int TailDegrees { get; init; } = 5;

    /// <summary>Standard deviation of the logarithm of volatility; 0 for constant volatility, at most 2.</summary>
    public double VolatilityOfVolatility { get; init; } = 0.6;

    /// <summary>Mean number of jumps per day, for the common factor and for each symbol; not negative.</summary>
    public double JumpsPerDay { get; init; } = 0.3;

    /// <summary>Standard deviation of a jump, in standard deviations of a day's return; not negative.</summary>
    /// <remarks><c>JumpsPerDay · JumpSize²</c> is the share of variance that jumps have, and must stay below 1.</remarks>
    public double JumpSize { get; init; } = 0.3;

    /// <summary>Strength of the intraday pattern of volatility and volume: 0 for none, 1 as in crypto markets.</summary>
    public double IntradaySeasonality { get; init; } = 1;

    internal double JumpShareOfVariance => JumpsPerDay * JumpSize * JumpSize;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Symbols);
        if (Symbols.Count == 0)
            throw new ArgumentException("A market needs at least one symbol.", nameof(Symbols));

        HashSet<string> names = [];
        foreach (SyntheticSymbol symbol in Symbols)
        {
            symbol.Check();
            if (!names.Add(symbol.Name))
                throw new ArgumentException($"The symbol {symbol.Name} appears twice.", nameof(Symbols));
        }

        if (!Timeframe.HasFixedLength)
            throw new ArgumentException($"{Timeframe} candles vary in length: generate days and resample.", nameof(Timeframe));
        long start = UnixTime.FromDateTime(Start);
        if (Timeframe.OpenOf(start) != start)
            throw new ArgumentException($"Start {Start:u} is not an open time of {Timeframe} candles.", nameof(Start));

        Require(Count >= 0, nameof(Count), Count, "not negative");
        Require(TailDegrees >= 3, nameof(TailDegrees), TailDegrees, "at least 3");
        Require(VolatilityOfVolatility is >= 0 and <= 2, nameof(VolatilityOfVolatility), VolatilityOfVolatility, "in [0, 2]");
        Require(JumpsPerDay >= 0 && double.IsFinite(JumpsPerDay), nameof(JumpsPerDay), JumpsPerDay, "not negative");
        Require(JumpSize >= 0 && JumpShareOfVariance < 1, nameof(JumpSize), JumpSize, "not negative, with JumpsPerDay · JumpSize² below 1");
        Require(IntradaySeasonality is >= 0 and <= 1, nameof(IntradaySeasonality), IntradaySeasonality, "in [0, 1]");
    }

    private static void Require(bool holds, string property, object value, string accepted)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(property, value, $"{property} must be {accepted}.");
    }
}
