using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Checks by replay that decisions depend on closed candles only.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>probe</term><description>what is done and what it catches</description></listheader>
/// <item><term>repeated</term><description>the same candles twice; catches chance, clocks, memory of an earlier run</description></item>
/// <item><term>truncated</term><description>at every decision, or at a seeded sample of them, the past only; catches look-ahead, in the own or a longer timeframe</description></item>
/// <item><term>perturbed</term><description>the same past, a different future; catches the same, where truncation alone would not show it</description></item>
/// <item><term>interleaved</term><description>another session of the strategy runs ahead, then this one continues; catches state shared between sessions</description></item>
/// <item><term>held</term><description>the strategy and a new session are searched for values of candles that they have not received; catches candles passed at construction, tables made from them</description></item>
/// <item><term>code</term><description>the calls of its methods are inspected; catches clocks, unseeded randomness, files, the network</description></item>
/// </list>
///
/// Data inside a strategy can be truncated only when the check creates the strategy: pass a function from candles
/// to strategy when the strategy, or a model in it, is created from data.
/// </remarks>
public static class CausalityCheck
{
    /// <summary>Checks a strategy on one series.</summary>
    /// <param name="strategy">The strategy to check.</param>
    /// <param name="candles">Its candles.</param>
    /// <param name="options">Options; defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        IStrategy strategy, CandleSeries candles, CausalityOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(strategy, [candles], options, cancellationToken);

    /// <summary>Checks a strategy on several series.</summary>
    /// <param name="strategy">The strategy to check.</param>
    /// <param name="series">Its candles, one series per feed.</param>
    /// <param name="options">Options; defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        IStrategy strategy, IReadOnlyList<CandleSeries> series, CausalityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(series);
        return new StrategyProbe(_ => strategy, series, options ?? new CausalityOptions(), isMadeOfData: false, cancellationToken).Run();
    }

    /// <summary>Checks a strategy that is created from candles.</summary>
    /// <param name="make">Creates it from the candles known so far; called for each replay.</param>
    /// <param name="series">The candles, one series per feed.</param>
    /// <param name="options">Options; defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        Func<IReadOnlyList<CandleSeries>, IStrategy> make, IReadOnlyList<CandleSeries> series, CausalityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(series);
        return new StrategyProbe(make, series, options ?? new CausalityOptions(), isMadeOfData: true, cancellationToken).Run();
    }

    /// <summary>Checks columns that are computed over candles, one value per candle.</summary>
    /// <param name="subject">Their name in the report.</param>
    /// <param name="compute">Computes the columns by name.</param>
    /// <param name="candles">The candles.</param>
    /// <param name="options">Options; defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport OfFeatures(
        string subject,
        Func<CandleSeries, IReadOnlyDictionary<string, double[]>> compute,
        CandleSeries candles,
        CausalityOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(compute);
        ArgumentNullException.ThrowIfNull(candles);
        return new FeatureProbe(subject, compute, candles, options ?? new CausalityOptions(), cancellationToken).Run();
    }

    /// <summary>Positions of the decisions to replay, ascending.</summary>
    internal static int[] Sample(int decisions, CausalityOptions options)
    {
        if (decisions <= options.ReplayAllUpTo)
            return [.. Enumerable.Range(0, decisions)];
        var random = new Random(options.Seed);
        return [.. Enumerable.Range(0, options.SampledReplays).Select(_ => random.Next(decisions)).Distinct().Order()];
    }
}
