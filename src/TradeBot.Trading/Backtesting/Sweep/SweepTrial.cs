namespace TradeBot.Trading;

/// <summary>The result of one strategy of a sweep, with the figures that a sweep computes; <see cref="Backtest"/> gives all of them.</summary>
public sealed record SweepTrial : HeadlineFigures
{
    internal SweepTrial()
    {
    }

    private SweepTrial(HeadlineFigures figures)
        : base(figures)
    {
    }

    /// <summary>Position of the strategy among those of the sweep.</summary>
    public int Number { get; init; }

    /// <summary>Equity at the last close, in quote currency.</summary>
    public double FinalEquity { get; init; }

    /// <summary>Number of fills.</summary>
    public int FillCount { get; init; }

    /// <summary>Fees paid, in quote currency.</summary>
    public double Fees { get; init; }

    /// <summary>Slippage relative to the prices met, in quote currency.</summary>
    public double Slippage { get; init; }

    /// <summary>All costs, in quote currency: fees, slippage, funding and interest.</summary>
    public double Costs { get; init; }

    /// <summary>Every fill, oldest first, without numbers of orders; empty unless <see cref="SweepOptions.KeepFills"/>.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Whether the event-driven engine ran it, because the sweep cannot reproduce the case.</summary>
    public bool IsByEngine { get; init; }

    /// <summary>Whether it was skipped, because <see cref="SweepOptions.SkipEngine"/> is set. It then has no figures.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>What the strategy threw; null when it ran. The figures are then undefined.</summary>
    public Exception? Error { get; init; }

    /// <summary>Return, Sharpe ratio, drawdown and trades in one line.</summary>
    public override string ToString() => IsSkipped ? $"trial {Number}: skipped" : Error is null
        ? FormattableString.Invariant($"trial {Number}: return {TotalReturn:P2}, Sharpe {Sharpe:0.00}, drawdown {MaxDrawdown:P2}, {Trades:N0} trades")
        : $"trial {Number}: {Error.Message}";

    /// <summary>Runs the trial through the engine.</summary>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The backtest of its strategy on the candles and the conditions of the sweep: all figures, trades and equity.</returns>
    public BacktestResult Backtest(CancellationToken cancellationToken = default) => Engine(cancellationToken);

    /// <summary>Runs it through the engine.</summary>
    internal Func<CancellationToken, BacktestResult> Engine { get; init; } = null!;

    internal static SweepTrial LeftOut(int number, Func<CancellationToken, BacktestResult> engine) => Undefined(number, engine) with { IsSkipped = true };

    internal static SweepTrial Failed(int number, Func<CancellationToken, BacktestResult> engine, Exception error) => Undefined(number, engine) with { Error = error };

    internal static SweepTrial Of(int number, Func<CancellationToken, BacktestResult> engine, BacktestResult run, SweepOptions options) => new(run.Performance)
    {
        Number = number,
        Engine = engine,
        FinalEquity = run.Equity.Final,
        FillCount = run.Fills.Count,
        Fees = (double)run.Costs.Fees,
        Slippage = (double)run.Costs.Slippage,
        Costs = (double)run.Costs.Total,
        PeriodReturns = options.KeepReturns ? run.Performance.PeriodReturns : default,
        Fills = options.KeepFills ? [.. run.Fills.Select(f => f with { Order = 0 })] : [],
        IsByEngine = true,
    };

    private protected override void RequireComputed()
    {
        if (IsSkipped || Error is not null)
            throw new InvalidOperationException(IsSkipped ? $"Trial {Number} was skipped and has no figures." : $"Trial {Number} failed and has no figures: {Error!.Message}", Error);
    }

    private static SweepTrial Undefined(int number, Func<CancellationToken, BacktestResult> engine) => new()
    {
        Number = number, Engine = engine, FinalEquity = double.NaN, TotalReturn = double.NaN, AnnualReturn = double.NaN, Volatility = double.NaN,
        Sharpe = double.NaN, Sortino = double.NaN, Calmar = double.NaN, MaxDrawdown = double.NaN, WinRate = double.NaN, ProfitFactor = double.NaN,
        Expectancy = double.NaN, TimeInMarket = double.NaN, Turnover = double.NaN, BuyAndHoldReturn = double.NaN, PeriodsPerYear = double.NaN,
        Fees = double.NaN, Slippage = double.NaN, Costs = double.NaN, IsByEngine = true,
    };
}
