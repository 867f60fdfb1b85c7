using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Studies whose trials are backtests.</summary>
public static class StudyExtensions
{
    /// <summary>Names the figure of a backtest to maximise, and keeps its returns for the statistics of luck.</summary>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">For instance <c>r =&gt; r.Sharpe</c>; NaN never wins.</param>
    public static Study<PerformanceSummary> Maximize(this Study study, Func<PerformanceSummary, double> metric)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Maximize<PerformanceSummary>(metric).Returns(summary => summary.PeriodReturns);
    }

    /// <summary>Backtests every combination of the study's parameters on one series.</summary>
    /// <param name="study">What to search and what to maximise.</param>
    /// <param name="candles">The data of every trial; its content hash stands in the result and the ledger.</param>
    /// <param name="strategy">The strategy that a set of parameters means; where it throws, the trial has failed.</param>
    /// <param name="backtest">Conditions of every trial; the defaults when null.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <remarks>
    /// The trials run together, as <see cref="Trading.Sweep"/> describes, and are judged when all have run. A metric that
    /// a <see cref="SweepTrial"/> does not hold makes the engine run each trial again for it.
    /// </remarks>
    public static StudyResult Sweep(
        this Study<PerformanceSummary> study,
        CandleSeries candles,
        Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null,
        StudyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= new StudyOptions();
        var space = new SweepSpace(study.Definition, strategy, cancellationToken);
        IReadOnlyList<SweepTrial> trials = Trading.Sweep.Run(
            candles, space.Strategies, backtest, new SweepOptions { MaxParallelism = options.MaxParallelism, KeepReturns = true }, cancellationToken);
        return study.Grid(p => space.Find(p, trials).Performance, options with { DataHash = candles.ContentHash }, cancellationToken);
    }
}
