namespace TradeBot.MarketData;

/// <summary>Neighbouring rows that share a defect.</summary>
internal readonly record struct DefectRun(int First, int Last, int Count)
{
    public DefectRun(int row)
        : this(row, row, 1)
    {
    }

    /// <summary>The run with one row more.</summary>
    public DefectRun To(int row) => new(First, row, Count + 1);
}
