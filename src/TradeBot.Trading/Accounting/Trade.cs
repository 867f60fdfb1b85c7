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
/// <param name="Profit">Profit after fees, in account currency.</param>
/// <param name="IsOpen">True when it had not returned to flat by the end of the data.</param>
/// <remarks>
/// Its excursions use only prices while it was certainly held, so that neither is overstated:
/// <list type="table">
/// <listheader><term>candle</term><description>what counts</description></listheader>
/// <item><term>held from its open to its close</term><description>its low and its high</description></item>
/// <item><term>inside which the position was entered or closed</term><description>nothing but the price of entry or exit: whether the rest of its range came before or after is not known</description></item>
/// <item><term>absent</term><description>nothing</description></item>
/// <item><term>the symbol has intrabar candles (<see cref="BacktestOptions.IntrabarCandles"/>)</term><description>those are the candles meant here, so that less of the range around an entry or exit is left out</description></item>
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

    /// <summary>Whether the exchange liquidated any part of it.</summary>
    public bool IsLiquidated { get; init; }

    /// <summary>Why it was closed, by its last fill; null when that is unknown, as in a result that was saved without it.</summary>
    public ExitReason? ExitReason { get; init; }

    /// <summary>How far prices moved against it while it was held, as a fraction of the entry price, at most 0; NaN while the run goes on.</summary>
    public double AdverseExcursion { get; init; } = double.NaN;

    /// <summary>How far prices moved in its favour while it was held, as a fraction of the entry price, at least 0; NaN while the run goes on.</summary>
    public double FavourableExcursion { get; init; } = double.NaN;

    /// <summary>Profit as a fraction of the value entered.</summary>
    public double Return => (double)Profit / (double)EntryValue;

    /// <summary>Time from entry to exit.</summary>
    public TimeSpan Duration => ExitTime - EntryTime;
}
