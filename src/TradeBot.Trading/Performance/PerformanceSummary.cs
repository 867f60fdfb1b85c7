using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>All figures of a backtest.</summary>
/// <remarks>
/// Risk figures use returns per UTC day when candles are a day or shorter, else returns per candle. They are annualised by the trading days that the
/// data shows (<see cref="TradingCalendar"/>): 365 a year for crypto, 312 for currencies, 252 for stocks. NaN means undefined: a win rate without
/// trades, a ratio without risk, an annual return of less than <see cref="AnnualFromDays"/> days. The risk-free rate is 0.
/// </remarks>
[TypeFormatterSource]
public sealed record PerformanceSummary : HeadlineFigures
{
    /// <summary>The length from which a return is annualised, in days; below it the annual return and the ratios to it are NaN.</summary>
    public const double AnnualFromDays = Performance.AnnualReturn.FewestDays;

    internal PerformanceSummary()
    {
    }

    /// <summary>Longest time below a peak.</summary>
    public TimeSpan LongestDrawdown { get; internal init; }

    /// <summary>Skewness of the returns.</summary>
    public double Skewness { get; internal init; }

    /// <summary>Pearson kurtosis of the returns: 3 for a normal sample.</summary>
    public double Kurtosis { get; internal init; }

    /// <summary>Mean length of a round trip.</summary>
    public TimeSpan AverageHolding { get; internal init; }

    /// <summary>Returns and profit.</summary>
    public ReturnFigures Returns { get; internal init; } = null!;

    /// <summary>Risk, and return relative to risk.</summary>
    public RiskFigures Risk { get; internal init; } = null!;

    /// <summary>Drawdowns: the declines from a peak.</summary>
    public Drawdown Drawdown { get; internal init; }

    /// <summary>Statistics of the round trips.</summary>
    public TradeFigures TradeFigures { get; internal init; } = null!;

    /// <summary>Exposure, turnover and costs.</summary>
    public ExposureFigures Exposure { get; internal init; } = null!;

    /// <summary>The comparison with buying and holding.</summary>
    public BenchmarkFigures Benchmark { get; internal init; } = null!;

    /// <summary>Return of each calendar month, oldest first.</summary>
    public IReadOnlyList<MonthlyReturn> Months { get; internal init; } = [];

    /// <summary>Return of each calendar year, oldest first.</summary>
    public IReadOnlyList<YearlyReturn> Years => [.. Months.GroupBy(m => m.Year).Select(y => new YearlyReturn(y.Key, y.Aggregate(1.0, (growth, m) => growth * (1 + m.Return)) - 1))];

    /// <summary>Measures a run.</summary>
    /// <param name="equity">Equity at each close.</param>
    /// <param name="trades">Its round trips.</param>
    /// <param name="costs">Its costs.</param>
    /// <param name="cash">Starting cash.</param>
    /// <param name="series">The candles it ran on.</param>
    /// <param name="benchmark">The symbol of the benchmark; null for equal parts of all.</param>
    internal static PerformanceSummary Of(
        EquityCurve equity, IReadOnlyList<Trade> trades, Costs costs, decimal cash, IReadOnlyList<CandleSeries> series, string? benchmark)
    {
        var holding = HoldingBenchmark.Of(series, benchmark);
        var periods = Performance.PeriodReturns.Of(equity, holding, series.Min(s => s.Timeframe));
        double[] returns = periods.Returns, sorted = [.. returns.Order()];
        var moments = Moments.Of(returns);
        var drawdown = Drawdown.Of(equity);
        double days = Performance.AnnualReturn.DaysOf(series, equity.Times[^1]), years = days / TradingCalendar.YearInDays;
        double growth = equity.Final / equity.Initial, held = holding.TotalReturn;
        double annual = Performance.AnnualReturn.Of(growth, days);
        var columns = new TradeColumns(trades);
        (TradeGroup winners, TradeGroup losers) = Outcomes(columns);
        IReadOnlyList<MonthlyReturn> months = equity.MonthlyReturns();
        var exposure = ExposureFigures.Of(equity.Exposure, costs, cash, years);

        return new PerformanceSummary
        {
            NoAnnualReturn = Performance.AnnualReturn.ReasonAgainst(days),
            ReturnCount = returns.Length,
            TotalReturn = growth - 1,
            AnnualReturn = annual,
            Volatility = Math.Sqrt(periods.PerYear) * moments.StandardDeviation,
            Sharpe = SharpeRatio.Annualized(returns, periods.PerYear),
            Sortino = SortinoRatio.Annualized(returns, periods.PerYear),
            Calmar = drawdown.Depth < 0 ? annual / -drawdown.Depth : double.NaN,
            MaxDrawdown = drawdown.Depth,
            LongestDrawdown = drawdown.Longest,
            Skewness = moments.Skewness,
            Kurtosis = moments.Kurtosis,
            Trades = columns.Count,
            WinRate = (double)winners.Count / columns.Count,
            ProfitFactor = winners.Profit / Math.Abs(losers.Profit),
            Expectancy = (winners.Profit + losers.Profit) / columns.Count,
            AverageHolding = columns.Count == 0 ? TimeSpan.Zero : TimeSpan.FromDays((winners.Days + losers.Days) / columns.Count),
            TimeInMarket = exposure.TimeHeld,
            Turnover = (double)(costs.Turnover / cash),
            BuyAndHoldReturn = held,
            Returns = ReturnFigures.Of(equity, sorted, moments.Mean, months),
            Risk = RiskFigures.Of(returns, sorted, moments, periods.PerYear, growth - 1, annual, drawdown),
            Drawdown = drawdown,
            TradeFigures = TradeFigures.Of(columns, winners, losers, years),
            Exposure = exposure,
            Benchmark = BenchmarkFigures.Of(returns, periods.Benchmark, periods.PerYear, growth - 1 - held),
            Months = months,
            PeriodReturns = returns,
            PeriodsPerYear = periods.PerYear,
        };
    }

    private static (TradeGroup Winners, TradeGroup Losers) Outcomes(TradeColumns trades)
    {
        TradeGroup winners = default, losers = default;
        for (int i = 0; i < trades.Count; i++)
        {
            bool won = trades.Profits[i] > 0;
            winners.Add(trades.Profits[i], trades.Days[i], won);
            losers.Add(trades.Profits[i], trades.Days[i], !won);
        }

        return (winners, losers);
    }
}
