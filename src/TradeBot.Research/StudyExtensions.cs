using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Studies whose trials are backtests: they keep the returns that a verdict needs, and state their data, so that their trials are recorded in the ledger.</summary>
public static class StudyExtensions
{
    /// <summary>Sets the figure to maximise, and keeps the returns for the overfitting statistics.</summary>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">For instance <c>r =&gt; r.Sharpe</c>; NaN is never best.</param>
    public static Study<HeadlineFigures> Maximize(this Study study, Func<HeadlineFigures, double> metric) =>
        StudyObjectives.Maximize(study, metric).Returns(ReturnsOf);

    /// <summary>Sets a figure to maximise that only a backtest has: every trial then runs through the engine. Keeps the returns for the overfitting statistics.</summary>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">For instance <c>r =&gt; r.Risk.Omega</c>; NaN is never best.</param>
    public static Study<PerformanceSummary> Maximize(this Study study, Func<PerformanceSummary, double> metric) =>
        StudyObjectives.Maximize(study, metric).Returns(ReturnsOf);

    /// <summary>Sets the figure to minimise, and keeps the returns for the overfitting statistics.</summary>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">For instance <c>r =&gt; r.Volatility</c>; NaN is never best.</param>
    public static Study<HeadlineFigures> Minimize(this Study study, Func<HeadlineFigures, double> metric) =>
        StudyObjectives.Minimize(study, metric).Returns(ReturnsOf);

    /// <summary>Sets a figure to minimise that only a backtest has: every trial then runs through the engine. Keeps the returns for the overfitting statistics.</summary>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="metric">For instance <c>r =&gt; r.Drawdown.Ulcer</c>; NaN is never best.</param>
    public static Study<PerformanceSummary> Minimize(this Study study, Func<PerformanceSummary, double> metric) =>
        StudyObjectives.Minimize(study, metric).Returns(ReturnsOf);

    /// <summary>Sets a weighted blend of figures to maximise, and keeps the returns for the overfitting statistics.</summary>
    /// <typeparam name="TFigures"><see cref="HeadlineFigures"/>, or <see cref="PerformanceSummary"/> for figures that only a backtest has.</typeparam>
    /// <param name="study">Name, seed and space.</param>
    /// <param name="blend">The figures, their weights and their scales.</param>
    public static Study<TFigures> Maximize<TFigures>(this Study study, Blend<TFigures> blend)
        where TFigures : HeadlineFigures => StudyObjectives.Maximize(study, blend).Returns(ReturnsOf);

    /// <summary>Backtests every combination of the study's parameters on one series.</summary>
    /// <inheritdoc cref="Run{TFigures}(Study{TFigures}, ISampler, int, IReadOnlyList{CandleSeries}, Func{ParameterSet, IStrategy}, BacktestOptions?, StudyOptions?, CancellationToken)"/>
    public static StudyResult Sweep<TFigures>(
        this Study<TFigures> study, CandleSeries candles, Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null, StudyOptions? options = null, CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Sweep([candles], strategy, backtest, options, cancellationToken);

    /// <summary>Backtests on one series the parameters that TPE chooses from earlier results, or NSGA-II for several objectives.</summary>
    /// <inheritdoc cref="Run{TFigures}(Study{TFigures}, ISampler, int, IReadOnlyList{CandleSeries}, Func{ParameterSet, IStrategy}, BacktestOptions?, StudyOptions?, CancellationToken)"/>
    public static StudyResult Optimize<TFigures>(
        this Study<TFigures> study, int trials, CandleSeries candles, Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null, StudyOptions? options = null, CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Optimize(trials, [candles], strategy, backtest, options, cancellationToken);

    /// <summary>Backtests on one series the parameters that a sampler chooses.</summary>
    /// <inheritdoc cref="Run{TFigures}(Study{TFigures}, ISampler, int, IReadOnlyList{CandleSeries}, Func{ParameterSet, IStrategy}, BacktestOptions?, StudyOptions?, CancellationToken)"/>
    public static StudyResult Run<TFigures>(
        this Study<TFigures> study, ISampler sampler, int trials, CandleSeries candles, Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null, StudyOptions? options = null, CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Run(sampler, trials, [candles], strategy, backtest, options, cancellationToken);

    /// <summary>Backtests every combination of the study's parameters on several series in one portfolio.</summary>
    /// <inheritdoc cref="Run{TFigures}(Study{TFigures}, ISampler, int, IReadOnlyList{CandleSeries}, Func{ParameterSet, IStrategy}, BacktestOptions?, StudyOptions?, CancellationToken)"/>
    public static StudyResult Sweep<TFigures>(
        this Study<TFigures> study,
        IReadOnlyList<CandleSeries> candles,
        Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null,
        StudyOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Run(new GridSampler(), int.MaxValue, candles, strategy, backtest, options, cancellationToken);

    /// <summary>Backtests on several series in one portfolio the parameters that TPE chooses from earlier results, or NSGA-II for several objectives.</summary>
    /// <inheritdoc cref="Run{TFigures}(Study{TFigures}, ISampler, int, IReadOnlyList{CandleSeries}, Func{ParameterSet, IStrategy}, BacktestOptions?, StudyOptions?, CancellationToken)"/>
    public static StudyResult Optimize<TFigures>(
        this Study<TFigures> study,
        int trials,
        IReadOnlyList<CandleSeries> candles,
        Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null,
        StudyOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Run(study.Directions.Count == 1 ? new TpeSampler() : new Nsga2Sampler(), trials, candles, strategy, backtest, options, cancellationToken);
    }

    /// <summary>Backtests on several series in one portfolio the parameters that a sampler chooses.</summary>
    /// <typeparam name="TFigures">The figures that the objective reads: <see cref="HeadlineFigures"/>, which the sweep computes, or <see cref="PerformanceSummary"/>, which only the engine does.</typeparam>
    /// <param name="study">Search space and objective.</param>
    /// <param name="sampler">Chooses the parameters.</param>
    /// <param name="trials">Largest number of trials, at least 1; fewer when the sampler has nothing left.</param>
    /// <param name="candles">The data of every trial, one series per feed; their content hash is in the result and the ledger.</param>
    /// <param name="strategy">Creates the strategy for a set of parameters; where it throws, the trial has failed.</param>
    /// <param name="backtest">Conditions of every trial; the defaults when null.</param>
    /// <param name="options">Parallelism, progress, limits, storage and ledger; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <remarks>
    /// The trials of a batch run together, as <see cref="Trading.Sweep"/> describes, some seconds of work at a time: in between
    /// they are recorded and progress is reported, and a study that was cancelled or killed continues from there. Several series, strategies that only the engine can run, and figures that
    /// a sweep does not compute, run trial by trial within the time limit. <see cref="StudyResult.Path"/> says which way was used.
    /// </remarks>
    public static StudyResult Run<TFigures>(
        this Study<TFigures> study,
        ISampler sampler,
        int trials,
        IReadOnlyList<CandleSeries> candles,
        Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null,
        StudyOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= new StudyOptions();
        var swept = new SweptTrials<TFigures>(candles, strategy, backtest, options.MaxParallelism);
        StudyResult result = study.RunTogether(sampler, trials, swept.Prepare, swept.Block, options with { DataHash = StudyData.HashOf(candles) }, cancellationToken);
        return result with { Path = swept.Path };
    }

    private static ReadOnlyMemory<double> ReturnsOf(HeadlineFigures figures) => figures.PeriodReturns;
}
