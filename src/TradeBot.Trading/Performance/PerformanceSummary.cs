using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>The figures by which a backtest is judged.</summary>
/// <remarks>
/// Risk figures use returns per UTC day when candles are a day or shorter, else returns per candle. They are annualised by the trading days that the
/// data shows (<see cref="TradingCalendar"/>): 365 a year for crypto, 312 for currencies, 252 for stocks. NaN means undefined: a win rate without
/// trades, a ratio without risk, an annual return of less than <see cref="AnnualFromDays"/> days. The risk-free rate is 0.
/// </remarks>
[TypeFormatterSource]
public sealed record PerformanceSummary
{
    /// <summary>The length from which a return is annualised, in days; below it the annual return and the ratios to it are NaN.</summary>
    public const double AnnualFromDays = Performance.AnnualReturn.FewestDays;

    private readonly string? _noAnnualReturn;

    /// <summary>What a trial of a sweep did not measure, worked out when it is first asked for.</summary>
    private readonly Lazy<PerformanceSummary>? _rest;

    internal PerformanceSummary(string? noAnnualReturn, Lazy<PerformanceSummary>? rest = null) => (_noAnnualReturn, _rest) = (noAnnualReturn, rest);

    /// <summary>Final equity over starting cash, less 1.</summary>
    public double TotalReturn { get; internal init; }

    /// <summary>Compound return per year of 365 days; NaN for a run of less than <see cref="AnnualFromDays"/> days.</summary>
    public double AnnualReturn { get; internal init; }

    /// <summary>Standard deviation of returns, annualised.</summary>
    public double Volatility { get; internal init; }

    /// <summary>Annualised Sharpe ratio, risk-free rate 0.</summary>
    public double Sharpe { get; internal init; }

    /// <summary>Annualised Sortino ratio, target 0.</summary>
    public double Sortino { get; internal init; }

    /// <summary>Annual return over the depth of the deepest drawdown; NaN without either.</summary>
    public double Calmar { get; internal init; }

    /// <summary>Largest decline from a peak, from 0 to −1.</summary>
    public double MaxDrawdown { get; internal init; }

    /// <summary>Longest time below a peak.</summary>
    public TimeSpan LongestDrawdown { get => _rest is null ? field : _rest.Value.LongestDrawdown; internal init; }

    /// <summary>Skewness of the returns.</summary>
    public double Skewness { get => _rest is null ? field : _rest.Value.Skewness; internal init; }

    /// <summary>Pearson kurtosis of the returns: 3 for a normal sample.</summary>
    public double Kurtosis { get => _rest is null ? field : _rest.Value.Kurtosis; internal init; }

    /// <summary>Number of round trips, open ones included.</summary>
    public int Trades { get; internal init; }

    /// <summary>Share of round trips that earned more than 0 after fees.</summary>
    public double WinRate { get; internal init; }

    /// <summary>Sum of gains over the sum of losses of round trips.</summary>
    public double ProfitFactor { get; internal init; }

    /// <summary>Mean profit of a round trip after fees, in quote currency.</summary>
    public double Expectancy { get; internal init; }

    /// <summary>Mean length of a round trip.</summary>
    public TimeSpan AverageHolding { get => _rest is null ? field : _rest.Value.AverageHolding; internal init; }

    /// <summary>Share of closes at which a position was held.</summary>
    public double TimeInMarket { get; internal init; }

    /// <summary>Value traded over starting cash.</summary>
    public double Turnover { get; internal init; }

    /// <summary>Return of buying once and holding, without costs: equal parts of all symbols, or the one that <see cref="BacktestOptions.Benchmark"/> names.</summary>
    public double BuyAndHoldReturn { get; internal init; }

    /// <summary>What it earned.</summary>
    public ReturnFigures Returns { get => _rest is null ? field : _rest.Value.Returns; internal init; } = null!;

    /// <summary>What it risked for that.</summary>
    public RiskFigures Risk { get => _rest is null ? field : _rest.Value.Risk; internal init; } = null!;

    /// <summary>Its declines from the peak.</summary>
    public Drawdown Drawdown { get => _rest is null ? field : _rest.Value.Drawdown; internal init; }

    /// <summary>What its round trips were like.</summary>
    public TradeFigures TradeFigures { get => _rest is null ? field : _rest.Value.TradeFigures; internal init; } = null!;

    /// <summary>How much it held and traded, and what that cost.</summary>
    public ExposureFigures Exposure { get => _rest is null ? field : _rest.Value.Exposure; internal init; } = null!;

    /// <summary>The same beside buying and holding.</summary>
    public BenchmarkFigures Benchmark { get => _rest is null ? field : _rest.Value.Benchmark; internal init; } = null!;

    /// <summary>What each calendar month brought, oldest first.</summary>
    public IReadOnlyList<MonthlyReturn> Months { get => _rest is null ? field : _rest.Value.Months; internal init; } = [];

    /// <summary>What each calendar year brought, oldest first.</summary>
    public IReadOnlyList<YearlyReturn> Years => [.. Months.GroupBy(m => m.Year).Select(y => new YearlyReturn(y.Key, y.Aggregate(1.0, (growth, m) => growth * (1 + m.Return)) - 1))];

    /// <summary>The returns that the risk figures rest on, one per day or candle.</summary>
    public ReadOnlyMemory<double> PeriodReturns { get => _rest is null || !field.IsEmpty ? field : _rest.Value.PeriodReturns; internal init; }

    /// <summary>How many such returns a year has.</summary>
    public double PeriodsPerYear { get; internal init; }

    /// <summary>Every figure with its unit, definition and source, in reading order; where one is undefined, with the reason.</summary>
    public IReadOnlyList<PerformanceFigure> Figures => UndefinedFigures.Explain(AllFigures, PeriodReturns.Length, _noAnnualReturn);

    private IEnumerable<PerformanceFigure> AllFigures =>
    [
        new("Total return", TotalReturn, FigureUnit.Fraction, "Final equity over starting cash, less 1."),
        new("Annual return", AnnualReturn, FigureUnit.Fraction, "Compound return per year of 365 days; undefined for less than 30 days."),
        new("Buy and hold", BuyAndHoldReturn, FigureUnit.Fraction, "Return of buying equal parts of all symbols, or the benchmark named, at the first close and holding to the last, without costs."),
        .. Returns.Figures,
        new("Volatility", Volatility, FigureUnit.Fraction, "Standard deviation of returns, annualised."),
        new("Sharpe ratio", Sharpe, FigureUnit.Ratio, "Mean return over its standard deviation, annualised; risk-free rate 0.", "Sharpe 1994"),
        new("Sortino ratio", Sortino, FigureUnit.Ratio, "Mean return over downside deviation, annualised; target 0.", "Sortino and Price 1994"),
        new("Calmar ratio", Calmar, FigureUnit.Ratio, "Annual return over the deepest drawdown.", "Young 1991"),
        new("Skewness", Skewness, FigureUnit.Ratio, "Third standardised moment of returns, dividing by n."),
        new("Kurtosis", Kurtosis, FigureUnit.Ratio, "Fourth standardised moment of returns, dividing by n; 3 for a normal sample.", "Pearson 1905"),
        .. Risk.Figures,
        new("Maximum drawdown", MaxDrawdown, FigureUnit.Fraction, "Largest decline of equity from a peak."),
        new("Longest drawdown", LongestDrawdown.TotalDays, FigureUnit.Days, "Longest time below a peak."),
        new("Longest recovery", Drawdown.LongestRecovery > TimeSpan.Zero ? Drawdown.LongestRecovery.TotalDays : double.NaN, FigureUnit.Days, "Longest time from the lowest point of a decline until its peak was regained; undefined when none was."),
        new("Drawdowns", Drawdown.Count, FigureUnit.Count, "Stretches of closes below a peak."),
        new("Average drawdown", Drawdown.AverageDepth, FigureUnit.Fraction, "Mean of the deepest points of all declines."),
        new("Ulcer index", Drawdown.Ulcer, FigureUnit.Fraction, "Root of the mean square of the decline at each close.", "Martin and McCann 1989"),
        new("Pain index", Drawdown.Pain, FigureUnit.Fraction, "Mean of the decline at each close."),
        new("Time under water", Drawdown.TimeUnderWater, FigureUnit.Fraction, "Share of closes below a peak."),
        new("Trades", Trades, FigureUnit.Count, "Round trips, open ones included."),
        new("Win rate", WinRate, FigureUnit.Fraction, "Share of round trips that earned more than 0 after fees."),
        new("Profit factor", ProfitFactor, FigureUnit.Ratio, "Sum of gains over sum of losses of round trips."),
        new("Expectancy", Expectancy, FigureUnit.Money, "Mean profit of a round trip after fees."),
        new("Average holding", AverageHolding.TotalDays, FigureUnit.Days, "Mean length of a round trip."),
        .. TradeFigures.Figures,
        new("Time in market", TimeInMarket, FigureUnit.Fraction, "Share of closes at which a position was held."),
        new("Turnover", Turnover, FigureUnit.Ratio, "Value traded over starting cash."),
        .. Exposure.Figures,
        .. Benchmark.Figures,
    ];

    /// <summary>Measures a run.</summary>
    /// <param name="equity">At each of its moments.</param>
    /// <param name="trades">Its round trips.</param>
    /// <param name="costs">What it paid.</param>
    /// <param name="cash">What it began with.</param>
    /// <param name="series">What it ran on.</param>
    /// <param name="benchmark">The symbol that it is compared with holding; null for equal parts of all.</param>
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

        return new PerformanceSummary(Performance.AnnualReturn.ReasonAgainst(days))
        {
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
