namespace TradeBot.Trading;

/// <summary>Known ways to size a position.</summary>
/// <remarks>
/// T is the target's absolute value, E the equity, P the price; all quantities are in base currency.
///
/// <list type="table">
/// <listheader><term>sizing</term><description>quantity</description></listheader>
/// <item><term>fraction of equity</term><description><c>T · fraction · E / (P · (1 + cost of entering))</c></description></item>
/// <item><term>equal weight</term><description>the same with <c>fraction = 1 / number of symbols</c></description></item>
/// <item><term>fixed quantity</term><description><c>T · quantity</c></description></item>
/// <item><term>fixed notional</term><description><c>T · notional / P</c></description></item>
/// <item><term>volatility target</term><description>as a fraction of equity, with <c>fraction = annual / σ</c>, σ the standard deviation of the last log returns, annualised</description></item>
/// <item><term>risk per trade</term><description><c>T · risk · E / distance to the stop</c></description></item>
/// <item><term>fractional Kelly</term><description>as a fraction of equity, with <c>fraction = share · (W / L − (1 − W) / G)</c> of the last round trips</description></item>
/// <item><term>any but the fixed ones</term><description>at most the quantity that takes <c>T · max exposure</c> of equity</description></item>
/// <item><term>any</term><description>rounded down to lots; a target of 0 is always flat; sized once, when the target changes</description></item>
/// <item><term>not known yet, or no stop</term><description>nothing is ordered, and the refusal says why</description></item>
/// </list>
/// </remarks>
public static class Sizing
{
    /// <summary>The target is a fraction of equity: 1 means all of it.</summary>
    public static ISizing Exposure { get; } = FractionOfEquity(1);

    /// <summary>The same quantity each time.</summary>
    /// <param name="quantity">In base currency; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is out of range.</exception>
    public static ISizing FixedQuantity(double quantity) => new FixedQuantitySizing(Positive(quantity, nameof(quantity)));

    /// <summary>The same value each time.</summary>
    /// <param name="notional">In quote currency; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notional"/> is out of range.</exception>
    public static ISizing FixedNotional(double notional) => new FixedNotionalSizing(Positive(notional, nameof(notional)));

    /// <summary>A fraction of equity at the decision.</summary>
    /// <param name="fraction">1 is all of it; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of range.</exception>
    public static ISizing FractionOfEquity(double fraction) => new FractionSizing(Positive(fraction, nameof(fraction)));

    /// <summary>The same fraction of equity for each symbol of the run.</summary>
    /// <param name="total">Of equity, for all symbols together; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is out of range.</exception>
    public static ISizing EqualWeight(double total = 1) => new EqualWeightSizing(Positive(total, nameof(total)));

    /// <summary>The size at which the position has the stated volatility.</summary>
    /// <param name="annual">Standard deviation of the position's return on equity per year of 365 days; 0.2 is 20 %.</param>
    /// <param name="lookback">Candles whose log returns are measured, at least 2.</param>
    /// <param name="maxExposure">Largest fraction of equity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    /// <remarks>
    /// Months count as a twelfth of a year. Known only after <paramref name="lookback"/> + 1 candles.
    /// Source: A. Moreira and T. Muir, "Volatility-managed portfolios", <i>Journal of Finance</i> 72(4), 2017.
    /// </remarks>
    public static ISizing VolatilityTarget(double annual, int lookback = 60, double maxExposure = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lookback, 2);
        return new VolatilitySizing(Positive(annual, nameof(annual)), lookback, Positive(maxExposure, nameof(maxExposure)));
    }

    /// <summary>The size that loses the stated fraction of equity when the stop fills at its price.</summary>
    /// <param name="risk">Of equity; 0.01 is 1 %. Costs and slippage come on top.</param>
    /// <param name="maxExposure">Largest fraction of equity, however near the stop.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    /// <remarks>
    /// The strategy must state a stop, or a trailing stop. Source: V. Tharp, <i>Trade Your Way to Financial Freedom</i>,
    /// 1998, "percent risk".
    /// </remarks>
    public static ISizing RiskPerTrade(double risk, double maxExposure = 1) =>
        new RiskSizing(Positive(risk, nameof(risk)), Positive(maxExposure, nameof(maxExposure)));

    /// <summary>A share of the fraction that maximises the growth of equity, estimated from the last round trips.</summary>
    /// <param name="share">Of the full Kelly fraction; half of it keeps three quarters of the growth at half the volatility.</param>
    /// <param name="trades">Round trips that are measured, those of all symbols together; at least 2.</param>
    /// <param name="probe">Fraction of equity until there are enough trades, and whenever the formula gives less: without trades there would be nothing to estimate from.</param>
    /// <param name="maxExposure">Largest fraction of equity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    /// <remarks>
    /// W is the share of round trips with a profit, G their mean return and L the mean loss of the others, both of the
    /// value entered and after fees. Sources: J. Kelly, <i>Bell System Technical Journal</i> 35(4), 1956; E. Thorp, "The Kelly
    /// criterion in blackjack, sports betting, and the stock market", 2006.
    /// </remarks>
    public static ISizing Kelly(double share = 0.5, int trades = 50, double probe = 0.02, double maxExposure = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trades, 2);
        return new KellySizing(
            Positive(share, nameof(share)), trades, Positive(probe, nameof(probe)), Positive(maxExposure, nameof(maxExposure)));
    }

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
}
