namespace TradeBot.Trading;

/// <summary>A round trip: from flat into a position and back to flat, or still open at the end.</summary>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="IsLong">True when the position was bought first.</param>
/// <param name="EntryTime">First fill, UTC.</param>
/// <param name="ExitTime">Last fill, or the end of the data when still open, UTC.</param>
/// <param name="Quantity">Total quantity entered, in base currency (contracts when inverse).</param>
/// <param name="EntryPrice">Average price of entries, <see cref="Fill.Impact"/> included, in quote currency; the harmonic mean when inverse.</param>
/// <param name="ExitPrice">Average price of exits, <see cref="Fill.Impact"/> included; what is still open counts at the last close.</param>
/// <param name="Fees">Fees of all its fills, in account currency.</param>
/// <param name="Profit">What it earned after fees, in account currency.</param>
/// <param name="IsOpen">True when it had not returned to flat by the end of the data.</param>
/// <remarks>
/// Its excursions count prices while it was held; neither is overstated:
/// <list type="table">
/// <listheader><term>candle</term><description>what counts</description></listheader>
/// <item><term>held from its open to its close</term><description>its low and its high</description></item>
/// <item><term>in which the position was entered or left inside</term><description>nothing but the price of entry or exit: whether the rest of its range came before or after is not known</description></item>
/// <item><term>absent</term><description>nothing</description></item>
/// <item><term>a symbol trades on finer candles (<see cref="BacktestOptions.Finer"/>)</term><description>those are the candles meant here: less of what an entry or an exit cut off is lost</description></item>
/// </list>
/// </remarks>
public sealed record Trade(
    string Symbol,
    bool IsLong,
    DateTime EntryTime,
    DateTime ExitTime,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Fees,
    decimal Profit,
    bool IsOpen)
{
    /// <summary>Value entered, in account currency.</summary>
    public decimal EntryValue { get => field != 0 ? field : Quantity * EntryPrice; init; }

    /// <summary>Whether the exchange closed any of it for want of margin.</summary>
    public bool IsLiquidated { get; init; }

    /// <summary>Why it was left, by its last fill; null when that is not known, as in a result that was saved without it.</summary>
    public ExitReason? ExitReason { get; init; }

    /// <summary>How far prices went against it while it was held, as a fraction of the entry price from 0 down; NaN in a log that is still written.</summary>
    public double AdverseExcursion { get; init; } = double.NaN;

    /// <summary>How far prices went for it while it was held, as a fraction of the entry price from 0 up; NaN in a log that is still written.</summary>
    public double FavourableExcursion { get; init; } = double.NaN;

    /// <summary>Profit as a fraction of the value entered.</summary>
    public double Return => (double)Profit / (double)EntryValue;

    /// <summary>How long it lasted.</summary>
    public TimeSpan Duration => ExitTime - EntryTime;
}
