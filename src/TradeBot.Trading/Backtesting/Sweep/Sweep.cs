using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Runs many strategies over one series at once.</summary>
/// <remarks>
/// Strategies that are rules over indicators share what they have in common: each indicator is computed once, whichever
/// of them read it; conditions are compared 64 candles to a word; a trial then walks only from decision to decision. The
/// candles pass in blocks that fit the cache, so that each trial adds only the memory of its results. Fills and
/// figures are those of <see cref="Backtest"/>: the same fills to the last decimal, equity within 1e-9 of it. A strategy
/// or a setting that the sweep cannot reproduce, and a trial with a case that it cannot decide exactly (a refused
/// order, a liquidation, a rounding at a limit), runs through the engine, in parallel, within the same call.
/// <para>The sweep itself reproduces these conditions:</para>
/// <list type="table">
/// <listheader><term>what</term><description>reproduced when</description></listheader>
/// <item><term>instrument</term><description>spot or linear, with tick and lot of at most 8 decimals, or without</description></item>
/// <item><term>slippage</term><description>a fraction of the price, or a spread</description></item>
/// <item><term>fees</term><description>without tiers, the taker's not negative</description></item>
/// <item><term>sizing</term><description>a fraction of equity within the limits of the risk policy, decided at the close</description></item>
/// <item><term>risk policy</term><description>no limit on losses, leverage, values or correlation</description></item>
/// <item><term>cash</term><description>of at most 8 decimals</description></item>
/// <item><term>margin</term><description>cross</description></item>
/// <item><term>latency, participation, intrabar candles, funding, borrowing</term><description>none</description></item>
/// <item><term>rebalancing</term><description>never</description></item>
/// <item><term>end of the run</term><description>positions stay open</description></item>
/// <item><term>candles</term><description>none synthetic; each from its low to its high, positive and finite; prices and quantities whose product is exact in 128 bits</description></item>
/// </list>
/// </remarks>
public static class Sweep
{
    /// <summary>Runs each strategy on a series.</summary>
    /// <param name="candles">At least one candle.</param>
    /// <param name="strategies">One per trial.</param>
    /// <param name="backtest">Conditions of every trial; the defaults when null.</param>
    /// <param name="options">How to run; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the sweep.</param>
    /// <returns>One trial per strategy, in their order, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">There are no candles, or the tick is above all of their prices.</exception>
    public static IReadOnlyList<SweepTrial> Run(
        CandleSeries candles, IReadOnlyList<IStrategy> strategies, BacktestOptions? backtest = null, SweepOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(strategies);
        if (candles.Count == 0)
            throw new ArgumentException($"{candles.Symbol} {candles.Timeframe} has no candles.", nameof(candles));

        PriceSteps.Require([candles], backtest ?? BacktestOptions.Default);

        using LongWork work = LongWork.Begin($"Sweep of {candles.Symbol} {candles.Timeframe}", "trials", cancellationToken);
        var session = new SweepSession(candles, strategies, backtest ?? BacktestOptions.Default, options ?? new SweepOptions(), work, work.Cancellation);
        return session.Run();
    }
}
