namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>One position: 0 of a symbol in one-way mode, 1 (long) and 2 (short) in hedge mode.</summary>
internal sealed class Position(Contract contract, int index)
{
    private const int CoinDecimals = 8;

    public Contract Contract { get; } = contract;

    public int Index { get; } = index;

    /// <summary>Above 0 when long, below when short.</summary>
    public decimal Size { get; private set; }

    /// <summary>What the size cost, in the settle coin; never negative. The exact sum of what went in less what went out.</summary>
    public decimal EntryValue { get; private set; }

    public decimal Leverage { get; set; }

    /// <summary>Profit less fees and funding since the position was opened.</summary>
    public decimal Realised { get; private set; }

    /// <summary>Profit less fees and funding of all time.</summary>
    public decimal RealisedTotal { get; private set; }

    /// <summary>Margin that was added by hand, isolated only.</summary>
    public decimal AddedMargin { get; set; }

    public decimal TakeProfit { get; set; }

    public decimal StopLoss { get; set; }

    public decimal TrailingStop { get; set; }

    public decimal ActivePrice { get; set; }

    public bool IsPartialExit { get; set; }

    public long OpenedAt { get; private set; }

    public long UpdatedAt { get; set; }

    /// <summary>The cross sequence of the last fill; -1 before the first.</summary>
    public long Sequence { get; set; } = -1;

    public decimal Quantity => Math.Abs(Size);

    public bool IsLong => Size > 0;

    public string Side => Size switch
    {
        > 0 => "Buy",
        < 0 => "Sell",
        _ => "",
    };

    public decimal AveragePrice => Size == 0 ? 0 : Math.Round(Contract.PriceOf(Quantity, EntryValue), CoinDecimals);

    /// <summary>Books a fill.</summary>
    /// <param name="signed">Quantity, above 0 for a buy.</param>
    /// <param name="price">Price of the fill.</param>
    /// <param name="now">The exchange's clock.</param>
    /// <returns>The quantity that it closed, and the profit of that before fees, in the settle coin.</returns>
    public (decimal Closed, decimal Profit) Apply(decimal signed, decimal price, long now)
    {
        decimal closed = Math.Sign(signed) == -Math.Sign(Size) ? Math.Min(Math.Abs(signed), Quantity) : 0, profit = 0;
        if (closed > 0)
        {
            decimal entry = closed == Quantity ? EntryValue : Math.Round(EntryValue * closed / Quantity, CoinDecimals);
            profit = (Contract.ValueOf(closed, price) - entry) * Direction;
            EntryValue -= entry;
            Size += Math.Sign(signed) * closed;
        }

        decimal opened = Math.Abs(signed) - closed;
        if (opened > 0)
        {
            if (Size == 0)
                (OpenedAt, Realised, AddedMargin) = (now, 0, 0);
            EntryValue += Contract.ValueOf(opened, price);
            Size += Math.Sign(signed) * opened;
        }

        UpdatedAt = now;
        return (closed, profit);
    }

    /// <summary>Profit, fees and funding that the position has brought.</summary>
    public void Book(decimal amount)
    {
        Realised += amount;
        RealisedTotal += amount;
    }

    /// <summary>Profit if it were closed at a price, before fees.</summary>
    public decimal Unrealised(decimal price) => Size == 0 ? 0 : (Contract.ValueOf(Quantity, price) - EntryValue) * Direction;

    private int Direction => Math.Sign(Size) * (Contract.IsInverse ? -1 : 1);
}
