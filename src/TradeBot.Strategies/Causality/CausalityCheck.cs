using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Proves by replay that decisions depend on closed candles alone.</summary>
/// <remarks>
/// | probe | what is done | what it catches |
/// | --- | --- | --- |
/// | repeated | the same candles twice | chance, clocks, memory of an earlier run |
/// | truncated | at every decision, or at a seeded sample of them, the past alone | reading ahead, in one's own or a longer timeframe |
/// | perturbed | the same past, another future | the same, where a missing future is taken for none |
/// | interleaved | another session of the strategy runs ahead, then this one goes on | state that sessions share |
/// | held | the strategy and its fresh session are searched for values of candles that they were not told of | candles given at construction, tables made of them |
/// | code | what its methods call is read | clocks, unseeded chance, files, the network |
///
/// What a strategy is made of can be cut off only when the check makes the strategy: give a function from candles
/// to strategy where a strategy, or a model in it, is made with data.
/// </remarks>
public static class CausalityCheck
{
    /// <summary>Checks a strategy on one series.</summary>
    /// <param name="strategy">What is checked.</param>
    /// <param name="candles">Its candles.</param>
    /// <param name="options">How thoroughly; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        IStrategy strategy, CandleSeries candles, CausalityOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(strategy, [candles], options, cancellationToken);

    /// <summary>Checks a strategy on several series.</summary>
    /// <param name="strategy">What is checked.</param>
    /// <param name="series">Its candles, one series per feed.</param>
    /// <param name="options">How thoroughly; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        IStrategy strategy, IReadOnlyList<CandleSeries> series, CausalityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(series);
        return new StrategyProbe(_ => strategy, series, options ?? new CausalityOptions(), isMadeOfData: false, cancellationToken).Run();
    }

    /// <summary>Checks a strategy that is made with candles.</summary>
    /// <param name="make">Makes it of the candles known so far; called anew for each replay.</param>
    /// <param name="series">The candles, one series per feed.</param>
    /// <param name="options">How thoroughly; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CausalityReport Run(
        Func<IReadOnlyList<CandleSeries>, IStrategy> make, IReadOnlyList<CandleSeries> series, CausalityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(series);
        return new StrategyProbe(make, series, options ?? new CausalityOptions(), isMadeOfData: true, cancellationToken).Run();
    }

    /// <summary>Checks columns that are computed over candles, one value per candle.</summary>
    /// <param name="subject">What they are called together, for the report.</param>
    /// <param name="compute">Computes the columns by name.</param>
    /// <param name="candles">The candles.</param>
    /// <param name="options">How thoroughly; the defaults when null.</param>
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

    /// <summary>Which of so many decisions are replayed, in their order.</summary>
    internal static int[] Sample(int decisions, CausalityOptions options)
    {
        if (decisions <= options.ReplayAllUpTo)
            return [.. Enumerable.Range(0, decisions)];
        var random = new Random(options.Seed);
        return [.. Enumerable.Range(0, options.SampledReplays).Select(_ => random.Next(decisions)).Distinct().Order()];
    }
}
