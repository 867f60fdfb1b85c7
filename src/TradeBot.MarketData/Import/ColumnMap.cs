namespace TradeBot.MarketData;

/// <summary>Which column holds what; −1 for a column that is not there.</summary>
internal sealed record ColumnMap
{
    /// <summary>The header's names, or "field 1" and so on where there is no header.</summary>
    public required string[] Names { get; init; }

    /// <summary>The first row of data.</summary>
    public required int FirstRow { get; init; }

    /// <summary>True where the columns are known by their place only.</summary>
    public bool IsCounted { get; init; }

    public required int Time { get; init; }

    /// <summary>The time of day, where it stands apart from the date.</summary>
    public int Clock { get; init; } = -1;

    /// <summary>Open, high, low, close.</summary>
    public required int[] Prices { get; init; }

    public int AdjustedClose { get; init; } = -1;

    /// <summary>Columns that may be the traded quantity, the likeliest first.</summary>
    public int[] Volumes { get; init; } = [];

    /// <summary>Columns that may be the traded value, the likeliest first.</summary>
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
