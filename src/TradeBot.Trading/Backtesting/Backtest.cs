using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>Runs a strategy over past candles.</summary>
/// <remarks>
/// What happens, in this order:
/// <list type="table">
/// <listheader><term>event</term><description>what happens, in this order</description></listheader>
/// <item><term>a candle opens</term><description>funding and interest that have come due are paid; orders past their end time expire; a position that has too little margin at the open is liquidated; orders whose price the open reaches fill, purchases after the sales at the same open that pay for them</description></item>
/// <item><term>a candle closes</term><description>orders and liquidations whose price the path inside the candle reaches are executed (<see cref="IntrabarPath"/>); the position is marked at the close; the strategy sees the candle</description></item>
/// <item><term>all candles of a moment have closed</term><description>losses are compared with the risk policy; the strategy decides; each changed target is sized on equity at these prices, checked by the risk policy, and becomes an order; equity is recorded</description></item>
/// </list>
/// At one moment closes come before the decision and the decision before opens, each in the order of the feeds. A fill inside a candle has
/// the candle's close time: when it happened is not in the data. Where targets are sized at the open (<see cref="SizingMoment.Fill"/>), those that
/// wait are sized at its price, checked by the risk policy, and become orders when a candle opens.
/// </remarks>
public static class Backtest
{
    /// <summary>Runs a strategy on one series.</summary>
    /// <param name="candles">At least one candle.</param>
    /// <param name="strategy">Runs on one feed.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">There are no candles, or the strategy needs other feeds.</exception>
    public static BacktestResult Run(
        CandleSeries candles, IStrategy strategy, BacktestOptions? options = null, CancellationToken cancellationToken = default) =>
        Run([candles], strategy, options, cancellationToken);

    /// <summary>Runs a strategy on several series in one portfolio.</summary>
    /// <param name="series">One per feed, each with at least one candle; no feed twice.</param>
    /// <param name="strategy">Runs on these feeds.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">A series is empty, a feed is given twice, or the strategy needs other feeds.</exception>
    public static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, IStrategy strategy, BacktestOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(series, strategy, options, progress: null, cancellationToken);

    /// <summary>Runs a strategy on several series in one portfolio, and reports its progress.</summary>
    /// <param name="series">One per feed, each with at least one candle; no feed twice.</param>
    /// <param name="strategy">Runs on these feeds.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    /// <param name="progress">Called at the start, every 16,384 moments and at the end, on the thread of the run; null for none.</param>
    /// <param name="cancellationToken">Stops the run at the next such moment.</param>
    /// <exception cref="ArgumentException">A series is empty, a feed is given twice, or the strategy needs other feeds.</exception>
    public static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, IStrategy strategy, BacktestOptions? options, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return Run(series, RunSubject.Of(strategy), options ?? BacktestOptions.Default, progress, cancellationToken);
    }

    /// <summary>Runs a strategy on the feeds that it names, read from a store.</summary>
    /// <param name="store">Has every feed of the strategy.</param>
    /// <param name="strategy">Names its feeds.</param>
    /// <param name="options">Conditions; the defaults when null. Without <see cref="BacktestOptions.IntrabarCandles"/>, the shortest timeframe in the store that spans a symbol's feed is used.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">The strategy names no feed, or the store lacks one.</exception>
    public static BacktestResult Run(
        CandleStore store, IStrategy strategy, BacktestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(strategy);
        if (strategy.Feeds.Count == 0)
            throw new ArgumentException($"{strategy.Name} names no feed: load its candles and run it on them.", nameof(strategy));

        CandleSeries[] series = [.. strategy.Feeds.Select(f => store.Load(f.Symbol, f.Timeframe))];
        options ??= BacktestOptions.Default;
        if (options.IntrabarCandles.Count == 0)
            options = options with { IntrabarCandles = IntrabarSelection.Of(store, series) };
        return Run(series, strategy, options, cancellationToken);
    }

    /// <summary>Runs an order algorithm on one series.</summary>
    /// <inheritdoc cref="Run(IReadOnlyList{CandleSeries}, IOrderAlgorithm, BacktestOptions?, CancellationToken)"/>
    public static BacktestResult Run(
        CandleSeries candles, IOrderAlgorithm algorithm, BacktestOptions? options = null, CancellationToken cancellationToken = default) =>
        Run([candles], algorithm, options, cancellationToken);

    /// <summary>Runs an order algorithm on several series in one portfolio.</summary>
    /// <param name="series">One per feed, each with at least one candle; no feed twice.</param>
    /// <param name="algorithm">Submits the orders.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">A series is empty, a feed is given twice, or the benchmark is not a symbol of the run.</exception>
    public static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, IOrderAlgorithm algorithm, BacktestOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(series, algorithm, options, progress: null, cancellationToken);

    /// <summary>Runs an order algorithm on several series in one portfolio, and reports its progress.</summary>
    /// <param name="series">One per feed, each with at least one candle; no feed twice.</param>
    /// <param name="algorithm">Submits the orders.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    /// <param name="progress">Called at the start, every 16,384 moments and at the end, on the thread of the run; null for none.</param>
    /// <param name="cancellationToken">Stops the run at the next such moment.</param>
    /// <exception cref="ArgumentException">A series is empty, a feed is given twice, or the benchmark is not a symbol of the run.</exception>
    public static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, IOrderAlgorithm algorithm, BacktestOptions? options, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return Run(series, RunSubject.Of(algorithm), options ?? BacktestOptions.Default, progress, cancellationToken);
    }

    /// <summary>Runs a spec; the result refers to that spec.</summary>
    internal static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, object made, StrategySpec spec, BacktestOptions options, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken) =>
        Run(series, (made is IStrategy strategy ? RunSubject.Of(strategy) : RunSubject.Of((IOrderAlgorithm)made)) with { Spec = () => spec }, options, progress, cancellationToken);

    private static BacktestResult Run(
        IReadOnlyList<CandleSeries> series, RunSubject subject, BacktestOptions options, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(series);
        CandleFeed[] feeds = FeedsOf(series);
        _ = HoldingBenchmark.Of(series, options.Benchmark); // refused before the run, not after it
        PriceSteps.Require(series, options);
        options = options with { IntrabarCandles = [.. options.IntrabarCandles.Select(f => IntrabarSelection.Cut(f, series, options.IntrabarCandles))] };

        // The closes of one series are the moments of its run; of several, each candle closes at most one new moment.
        SimulatedRun run = subject.Start(feeds, options, series.Count == 1 ? new EquityRecorder(series[0]) : new EquityRecorder(series.Sum(s => s.Count)));
        DateTime end = series.Max(s => s.CloseTimeAt(s.Count - 1));
        using LongWork work = LongWork.Begin($"Backtest of {subject.Name}", "candles", cancellationToken);
        var watch = new ReplayWatch(series.Min(s => s.OpenTimes[0]), UnixTime.FromDateTime(end), series.Sum(s => (long)s.Count), progress, work);
        if (series.Count == 1 && options.IntrabarCandles.Count == 0)
            CandleReplay.Run(series[0], run, watch);
        else
            CandleReplay.Run([.. options.IntrabarCandles, .. series], run, watch);

        run.Finish(end);
        watch.Finish();
        return new BacktestResult(subject, series, options, run, end, other => Run(series, subject, other, progress: null, CancellationToken.None));
    }

    private static CandleFeed[] FeedsOf(IReadOnlyList<CandleSeries> series)
    {
        if (series.Count == 0)
            throw new ArgumentException("A backtest needs at least one series of candles.", nameof(series));

        var feeds = new CandleFeed[series.Count];
        for (int i = 0; i < feeds.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(series[i]);
            feeds[i] = new CandleFeed(series[i].Symbol, series[i].Timeframe);
            if (series[i].Count == 0)
                throw new ArgumentException($"{feeds[i].Symbol} {feeds[i].Timeframe} has no candles.", nameof(series));
            if (Array.IndexOf(feeds, feeds[i]) < i)
                throw new ArgumentException($"{feeds[i].Symbol} {feeds[i].Timeframe} comes twice.", nameof(series));
        }

        return feeds;
    }
}
