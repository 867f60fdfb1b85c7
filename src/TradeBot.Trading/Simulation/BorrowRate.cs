namespace TradeBot.Trading;

/// <summary>The interest rate on a coin that is borrowed to be sold short.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>short at a full hour UTC</term><description>pays quantity · last close · hourly rate, at the first candle that opens then or later</description></item>
/// <item><term>fills at the open of that same moment</term><description>come after the payment: a position closed then has paid, one opened then has not</description></item>
/// <item><term>long or flat</term><description>pays nothing</description></item>
/// <item><term>candles are missing</term><description>every full hour in the gap is paid at the next open, at the last close</description></item>
/// <item><term>an instrument that is not spot</term><description>has no borrowing: a rate for it is refused</description></item>
/// <item><term>no rate</term><description>borrowing is free</description></item>
/// </list>
///
/// A payment is not a fill: it is in <see cref="BacktestResult.Borrowing"/>, and a separate item of <see cref="Costs"/>.
/// </remarks>
public readonly record struct BorrowRate
{
    private BorrowRate(decimal hourly) => Hourly = hourly;

    /// <summary>Fraction of the borrowed value per hour.</summary>
    public decimal Hourly { get; }

    /// <summary>A rate per hour.</summary>
    /// <param name="rate">Fraction of the borrowed value; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public static BorrowRate PerHour(decimal rate) => rate >= 0
        ? new BorrowRate(rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A borrow rate must not be negative.");

    /// <summary>A rate per day, a 24th of which is due each hour.</summary>
    /// <inheritdoc cref="PerHour"/>
    public static BorrowRate PerDay(decimal rate) => PerHour(rate / 24);
}
