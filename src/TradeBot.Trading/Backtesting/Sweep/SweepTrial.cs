namespace TradeBot.Trading;

/// <summary>What became of one strategy of a sweep: the figures of the same name in <see cref="PerformanceSummary"/>.</summary>
public sealed record SweepTrial
{
    /// <summary>Position of the strategy among those of the sweep.</summary>
    public int Number { get; init; }

    /// <summary>Equity at the last close, in quote currency.</summary>
    public double FinalEquity { get; init; }

    /// <inheritdoc cref="PerformanceSummary.TotalReturn"/>
    public double TotalReturn { get; init; }

    /// <inheritdoc cref="PerformanceSummary.AnnualReturn"/>
    public double AnnualReturn { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Volatility"/>
    public double Volatility { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Sharpe"/>
    public double Sharpe { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Sortino"/>
    public double Sortino { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Calmar"/>
    public double Calmar => MaxDrawdown < 0 ? AnnualReturn / -MaxDrawdown : double.NaN;

    /// <inheritdoc cref="PerformanceSummary.MaxDrawdown"/>
    public double MaxDrawdown { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Trades"/>
    public int Trades { get; init; }

    /// <inheritdoc cref="PerformanceSummary.WinRate"/>
    public double WinRate { get; init; }

    /// <inheritdoc cref="PerformanceSummary.ProfitFactor"/>
    public double ProfitFactor { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Expectancy"/>
    public double Expectancy { get; init; }

    /// <inheritdoc cref="PerformanceSummary.TimeInMarket"/>
    public double TimeInMarket { get; init; }

    /// <inheritdoc cref="PerformanceSummary.Turnover"/>
    public double Turnover { get; init; }

    /// <summary>Number of fills.</summary>
    public int FillCount { get; init; }

    /// <summary>Fees paid, in quote currency.</summary>
    public double Fees { get; init; }

    /// <summary>Lost against the prices met, in quote currency.</summary>
    public double Slippage { get; init; }

    /// <summary>All costs, in quote currency: fees, slippage, funding and interest.</summary>
    public double Costs { get; init; }

    /// <summary>Returns per period; empty unless <see cref="SweepOptions.KeepReturns"/>.</summary>
    public ReadOnlyMemory<double> Returns { get; init; }

    /// <summary>Every fill, oldest first, without numbers of orders; empty unless <see cref="SweepOptions.KeepFills"/>.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>All figures of a backtest; those that are not here are worked out by the engine when they are first asked for.</summary>
    /// <exception cref="InvalidOperationException">The trial failed, its <see cref="Error"/> being the cause, or was left out.</exception>
    public PerformanceSummary Performance
    {
        get => field ?? throw new InvalidOperationException(IsLeftOut ? $"Trial {Number} was left out and has no figures." : $"Trial {Number} failed and has no figures: {Error?.Message}", Error);
        internal init;
    } = null!;

    /// <summary>Whether the event-driven engine ran it, because the sweep's own path cannot reproduce the case.</summary>
    public bool IsByEngine { get; init; }

    /// <summary>Whether it was left to the caller, as <see cref="SweepOptions.LeaveOutEngine"/> asks. It then has no figures.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>What the strategy threw; null when it ran. The figures are then undefined.</summary>
    public Exception? Error { get; init; }

    /// <summary>Return, Sharpe ratio, drawdown and trades in one line.</summary>
    public override string ToString() => IsLeftOut ? $"trial {Number}: left out" : Error is null
        ? FormattableString.Invariant($"trial {Number}: return {TotalReturn:P2}, Sharpe {Sharpe:0.00}, drawdown {MaxDrawdown:P2}, {Trades:N0} trades")
        : $"trial {Number}: {Error.Message}";

    /// <summary>The figures of a trial of a sweep; those that it did not measure are worked out by the engine when they are asked for.</summary>
    internal static PerformanceSummary FiguresOf(SweepTrial trial, SweepMarket market, Func<BacktestResult> again) =>
        new(Trading.Performance.AnnualReturn.ReasonAgainst(market.Days), new Lazy<PerformanceSummary>(() => again().Performance))
        {
            TotalReturn = trial.TotalReturn,
            AnnualReturn = trial.AnnualReturn,
            Volatility = trial.Volatility,
            Sharpe = trial.Sharpe,
            Sortino = trial.Sortino,
            Calmar = trial.Calmar,
            MaxDrawdown = trial.MaxDrawdown,
            Trades = trial.Trades,
            WinRate = trial.WinRate,
            ProfitFactor = trial.ProfitFactor,
            Expectancy = trial.Expectancy,
            TimeInMarket = trial.TimeInMarket,
            Turnover = trial.Turnover,
            BuyAndHoldReturn = market.BuyAndHoldReturn,
            PeriodReturns = trial.Returns,
            PeriodsPerYear = market.PeriodsPerYear,
        };

    internal static SweepTrial LeftOut(int number) => Undefined(number) with { IsLeftOut = true };

    internal static SweepTrial Failed(int number, Exception error) => Undefined(number) with { Error = error };

    private static SweepTrial Undefined(int number) => new()
    {
        Number = number, FinalEquity = double.NaN, TotalReturn = double.NaN, AnnualReturn = double.NaN, Volatility = double.NaN,
        Sharpe = double.NaN, Sortino = double.NaN, MaxDrawdown = double.NaN, WinRate = double.NaN, ProfitFactor = double.NaN, Expectancy = double.NaN,
        TimeInMarket = double.NaN, Turnover = double.NaN, Fees = double.NaN, Slippage = double.NaN, Costs = double.NaN, IsByEngine = true,
    };

    internal static SweepTrial Of(int number, BacktestResult run, SweepOptions options)
    {
        PerformanceSummary summary = run.Performance;
        return new SweepTrial
        {
            Number = number,
            Performance = summary,
            FinalEquity = run.Equity.Final,
            TotalReturn = summary.TotalReturn,
            AnnualReturn = summary.AnnualReturn,
            Volatility = summary.Volatility,
            Sharpe = summary.Sharpe,
            Sortino = summary.Sortino,
            MaxDrawdown = summary.MaxDrawdown,
            Trades = summary.Trades,
            WinRate = summary.WinRate,
            ProfitFactor = summary.ProfitFactor,
            Expectancy = summary.Expectancy,
            TimeInMarket = summary.TimeInMarket,
            Turnover = summary.Turnover,
            FillCount = run.Fills.Count,
            Fees = (double)run.Costs.Fees,
            Slippage = (double)run.Costs.Slippage,
            Costs = (double)run.Costs.Total,
            Returns = options.KeepReturns ? summary.PeriodReturns : default,
            Fills = options.KeepFills ? [.. run.Fills.Select(f => f with { Order = 0 })] : [],
            IsByEngine = true,
        };
    }
}
