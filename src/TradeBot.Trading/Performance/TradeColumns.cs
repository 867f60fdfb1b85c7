namespace TradeBot.Trading.Performance;

/// <summary>The columns of round trips from which figures are computed, converted once.</summary>
internal sealed class TradeColumns
{
    public TradeColumns(IReadOnlyList<Trade> trades)
    {
        int n = trades.Count;
        (Profits, Returns, Days, IsLong) = (new double[n], new double[n], new double[n], new bool[n]);
        double adverse = 0, favourable = 0;
        for (int i = 0; i < n; i++)
        {
            Trade trade = trades[i];
            Profits[i] = (double)trade.Profit;
            Returns[i] = trade.Return;
            Days[i] = trade.Duration.TotalDays;
            IsLong[i] = trade.IsLong;
            Open += trade.IsOpen ? 1 : 0;
            Liquidated += trade.IsLiquidated ? 1 : 0;
            adverse += trade.AdverseExcursion;
            favourable += trade.FavourableExcursion;
        }

        (AdverseExcursion, FavourableExcursion) = (adverse / n, favourable / n);
    }

    public int Count => Profits.Length;

    public double[] Profits { get; }

    public double[] Returns { get; }

    public double[] Days { get; }

    public bool[] IsLong { get; }

    public int Open { get; }

    public int Liquidated { get; }

    /// <summary>Means over all round trips; NaN without any.</summary>
    public double AdverseExcursion { get; }

    /// <inheritdoc cref="AdverseExcursion"/>
    public double FavourableExcursion { get; }
}
