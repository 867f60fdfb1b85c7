namespace TradeBot.MarketData;

/// <summary>Which column contains what; −1 for a missing column.</summary>
internal sealed record ColumnMap
{
    /// <summary>The header's names, or "field 1" and so on without a header.</summary>
    public required string[] Names { get; init; }

    /// <summary>The first row of data.</summary>
    public required int FirstRow { get; init; }

    /// <summary>True when the columns are known only by position.</summary>
    public bool IsCounted { get; init; }

    public required int Time { get; init; }

    /// <summary>The time of day, when separate from the date.</summary>
    public int Clock { get; init; } = -1;

    /// <summary>Open, high, low, close.</summary>
    public required int[] Prices { get; init; }

    public int AdjustedClose { get; init; } = -1;

    /// <summary>Candidate columns for the traded quantity, most likely first.</summary>
    public int[] Volumes { get; init; } = [];

    /// <summary>Candidate columns for the traded value, most likely first.</summary>
    public int[] Turnovers { get; init; } = [];

    public int Volume { get; init; } = -1;

    public int Turnover { get; init; } = -1;

    public int Symbol { get; init; } = -1;

    public int Timeframe { get; init; } = -1;

    /// <summary>A flag for candles that have closed, or have not.</summary>
    public int Closed { get; init; } = -1;

    /// <summary>The flag's value for a candle that has closed.</summary>
    public bool ClosedWhen { get; init; } = true;

    public int Synthetic { get; init; } = -1;

    /// <summary>The last column that every row must have.</summary>
    public int Last => Math.Max(Math.Max(Math.Max(Time, Clock), Prices.Max()), Math.Max(Math.Max(Volume, Symbol), Math.Max(Timeframe, Closed)));

    /// <summary>Whether a column means something to the import.</summary>
    public bool Uses(int column) => column == Time || column == Clock || Prices.Contains(column) || column == AdjustedClose || column == Volume
        || column == Turnover || column == Symbol || column == Timeframe || column == Closed || column == Synthetic;
}
