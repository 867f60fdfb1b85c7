using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>
/// Every figure of one run over 48 days, long and short, across a turn of months. The expected values come from a
/// simulation and formulas of its own in Python 3.11 (<c>decimal</c>, <c>statistics</c>; the conditional Cornish–Fisher value by numeric
/// integration of its quantiles), not from this project.
/// </summary>
public class PerformanceFigureTests
{
    [Fact]
    public void A_figure_is_asked_for_by_name_and_an_unknown_one_names_the_nearest()
    {
        IReadOnlyList<PerformanceFigure> figures = Run.Performance.Figures;
        Assert.Equal(Run.Performance.Sharpe, figures.Named("sharpe ratio").Value);
        Assert.Equal(Run.Performance.MaxDrawdown, Run.Performance.Figure("drawdown").Value);
        Assert.Equal("sharpe", PerformanceFigures.ObjectiveNamed("Sharpe Ratio"));
        Assert.StartsWith("'Volatility' cannot be maximised; accepted are return, sharpe, sortino, calmar, drawdown, win-rate, profit-factor.", Assert.Throws<ArgumentException>(() => PerformanceFigures.ObjectiveNamed("volatility")).Message, StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => figures.Named("Sharp ratio"));
        Assert.Contains("the nearest is 'Sharpe ratio'", error.Message, StringComparison.Ordinal);
    }

    private const double IntegrationError = 1e-5, SinglePrecision = 1e-7;

    private static readonly (double Open, double High, double Low, double Close)[] Days =
    [
        (99.53, 100.2, 93.99, 96.2), (96.14, 97.2, 89.55, 89.73), (90.22, 90.58, 88.7, 88.95), (88.69, 90.29, 88.38, 89.17),
        (89.42, 90.03, 87.46, 89.66), (89.68, 89.82, 87.73, 88.19), (88.05, 89.83, 87.19, 87.21), (87.27, 90.92, 87.07, 89.12),
        (88.9, 96.99, 88.57, 95.59), (95.84, 103.47, 93.51, 102.5), (102.77, 103.17, 100.79, 101.26), (101.35, 102.78, 100.04, 102.34),
        (102.96, 103.63, 102.2, 103.16), (103.36, 103.84, 99.19, 100.24), (100.2, 100.41, 99.28, 99.31), (99.31, 101.05, 93.47, 93.66),
        (93.33, 96.47, 93.31, 96.17), (96.57, 103.79, 95.04, 103.22), (104.11, 104.65, 100.25, 101.03), (100.34, 101.64, 98.6, 99.64),
        (99.87, 102.22, 93.77, 94.29), (94.58, 97.73, 93.22, 96.08), (95.61, 102.05, 95.38, 101.21), (101.11, 103.46, 100.84, 102.94),
        (102.42, 102.59, 92.63, 92.88), (93.34, 93.91, 92.76, 93.14), (92.56, 93.49, 89.5, 89.76), (90.51, 93.73, 90.29, 92.67),
        (92.77, 93.03, 89.38, 91.61), (91.17, 91.93, 87.16, 87.74), (88.14, 92.62, 87.21, 92.34), (93.06, 94.14, 92.91, 93.13),
        (92.53, 93.72, 92.43, 92.96), (92.79, 95.77, 90.86, 93.77), (94.28, 95.14, 93.38, 93.38), (93.63, 95.29, 91.79, 94.91),
        (94.48, 98.62, 93.04, 98.38), (98.04, 99.04, 92.77, 93.88), (93.8, 97.26, 92.37, 97.08), (96.83, 104.48, 95.8, 103.67),
        (104.19, 104.59, 102.64, 104.58), (103.83, 106.39, 102.35, 105.26), (104.91, 108.87, 102.95, 108.71), (108.22, 114.56, 107.01, 113.38),
        (114.5, 115.9, 113.17, 113.33), (113.76, 120.75, 113.26, 119.49), (119.22, 119.31, 113.33, 114.02), (114.13, 114.73, 108.82, 109.81),
    ];

    private static readonly Dictionary<int, double> Targets = new()
    {
        [2] = 1, [7] = 0, [9] = -0.5, [13] = 0, [15] = 1, [19] = -1, [24] = 0.5, [30] = 0, [33] = 1, [35] = 0, [40] = -1,
    };

    private static readonly Dictionary<string, double> Expected = new()
    {
        ["Total return"] = 0.07958610398068022,
        ["Annual return"] = 0.7901686380992341,
        ["Buy and hold"] = 0.14147609147609153,
        ["Net profit"] = 795.8610398068013,
        ["Final equity"] = 10795.861039806801,
        ["Average period"] = 0.002010902757035212,
        ["Best period"] = 0.10403352267595656,
        ["Worst period"] = -0.06478703627849058,
        ["Positive periods"] = 0.3333333333333333,
        ["Best month"] = 0.14395708681011388,
        ["Worst month"] = -0.0581158180090362,
        ["Positive months"] = 0.6666666666666666,
        ["Volatility"] = 0.5614962868749943,
        ["Sharpe ratio"] = 1.3071849689386423,
        ["Sortino ratio"] = 2.3471261106585932,
        ["Downside deviation"] = 0.31271413282173444,
        ["Skewness"] = 1.0604178923061396,
        ["Kurtosis"] = 5.67953937776613,
        ["Omega ratio"] = 1.2493011627677602,
        ["Maximum drawdown"] = -0.15701625236579209,
        ["Longest drawdown"] = 23,
        ["Longest recovery"] = 7,
        ["Drawdowns"] = 5,
        ["Average drawdown"] = -0.06024653681845902,
        ["Ulcer index"] = 0.04098058155123391,
        ["Pain index"] = 0.02287437286190802,
        ["Time under water"] = 0.7916666666666666,
        ["Calmar ratio"] = 5.032400316487124,
        ["Martin ratio"] = 19.281537942827033,
        ["Recovery factor"] = 0.5068653899296544,
        ["Stability"] = 0.361075718146913,
        ["Value at risk"] = -0.04215227789621074,
        ["Conditional value at risk"] = -0.05372129917726206,
        ["Value at risk, Cornish–Fisher"] = -0.03526233855941989,
        ["Conditional value at risk, Cornish–Fisher"] = -0.04417980116401071,
        ["Tail ratio"] = 1.4156093003946029,
        ["Probabilistic Sharpe ratio"] = 0.6863897719997482,
        ["Minimum track record"] = 540.1610241366226,
        ["Trades"] = 7,
        ["Win rate"] = 0.7142857142857143,
        ["Profit factor"] = 2.144972999258754,
        ["Expectancy"] = 113.69443425811428,
        ["Average holding"] = 4.714285714285714,
        ["Long trades"] = 4,
        ["Short trades"] = 3,
        ["Open trades"] = 1,
        ["Trades per year"] = 53.22916666666667,
        ["Win rate, long"] = 0.75,
        ["Win rate, short"] = 0.6666666666666666,
        ["Payoff ratio"] = 0.8579891997035015,
        ["Average win"] = 298.19051499952315,
        ["Average loss"] = -347.5457675954079,
        ["Average trade"] = 0.013054323886907138,
        ["Median trade"] = 0.0003654301494443337,
        ["Best trade"] = 0.06800385728076508,
        ["Worst trade"] = -0.05859414427387345,
        ["Consecutive wins"] = 4,
        ["Consecutive losses"] = 1,
        ["System quality number"] = 0.6446018654181983,
        ["Kelly criterion"] = 0.38128118950495826,
        ["Longest holding"] = 7,
        ["Holding of winners"] = 4.0,
        ["Holding of losers"] = 6.5,
        ["Adverse excursion"] = -0.045773917599438864,
        ["Favourable excursion"] = 0.040690951805071145,
        ["Edge ratio"] = 0.8889549756512423,
        ["Time in market"] = 0.6875,
        ["Turnover"] = 11.75875269772027,
        ["Turnover per year"] = 89.41551530558124,
        ["Average exposure"] = 0.6020575208292399,
        ["Highest exposure"] = 1.3437808384707992,
        ["Fees"] = 0.011758752697,
        ["Slippage"] = 0,
        ["Funding"] = 0,
        ["Borrowing"] = 0,
        ["Liquidated trades"] = 0,
        ["Costs"] = 0.011758752697,
        ["Costs of turnover"] = 0.000999999999938746,
        ["Excess over holding"] = -0.0618899874954113,
        ["Beta"] = -0.254901430146315,
        ["Alpha"] = 1.0575707825353775,
        ["Correlation with holding"] = -0.3315149764944023,
        ["Tracking error"] = 1.0585018653496812,
        ["Information ratio"] = -0.5059004827113949,
        ["Up capture"] = -0.0928231924870398,
        ["Down capture"] = -0.27313230287493584,
    };

    /// <summary>As the simulation has it: steps of 1e-8, and an open above the close may take more than the cash.</summary>
    private static readonly BacktestResult Run = Backtest.Run(Candles(), Strategy(), Market.Free with
    {
        Cash = 10_000m,
        Fees = new FeeSchedule(0m, 0.001m),
        Margin = new Margin { Leverage = 2 },
        OtherInstruments = new Instrument("", InstrumentKind.Linear, 1e-8m, 1e-8m),
    });

    public static TheoryData<string> Names => [.. Run.Performance.Figures.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_equals_an_independent_calculation(string name)
    {
        double expected = Expected[name], actual = Run.Performance.Figures.Named(name).Value;
        double tolerance = name switch
        {
            "Conditional value at risk, Cornish–Fisher" => IntegrationError,
            "Average exposure" or "Highest exposure" => SinglePrecision,
            _ => 1e-9,
        };
        Assert.Equal(expected, actual, tolerance * Math.Max(Math.Abs(expected), 1e-3));
    }

    [Fact]
    public void At_least_sixty_figures_are_named_once_defined_and_checked()
    {
        IReadOnlyList<PerformanceFigure> figures = Run.Performance.Figures;
        Assert.True(figures.Count >= 60);
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), figures.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.All(figures, f => Assert.EndsWith(".", f.Definition, StringComparison.Ordinal));
    }

    [Fact]
    public void Months_begin_where_the_ones_before_ended()
    {
        (int, int, double)[] expected = [(2024, 1, 0.0019592277049098605), (2024, 2, 0.14395708681011388), (2024, 3, -0.0581158180090362)];
        Assert.Equal(expected.Select(m => (m.Item1, m.Item2, Math.Round(m.Item3, 12))), Run.Performance.Months.Select(m => (m.Year, m.Month, Math.Round(m.Return, 12))));
        Assert.Equal(Run.Performance.TotalReturn, Run.Performance.Months.Aggregate(1.0, (product, m) => product * (1 + m.Return)) - 1, 1e-12);
    }

    private static CandleSeries Candles()
    {
        var start = new DateTime(2024, 1, 20, 0, 0, 0, DateTimeKind.Utc);
        return new CandleSeries(
            "TEST", Timeframe.OneDay, Days.Select((_, i) => UnixTime.FromDateTime(start.AddDays(i))).ToArray(),
            Days.Select(d => d.Open).ToArray(), Days.Select(d => d.High).ToArray(), Days.Select(d => d.Low).ToArray(),
            Days.Select(d => d.Close).ToArray(), Days.Select(_ => 100.0).ToArray());
    }

    private static Strategies.IStrategy Strategy() => Market.Deciding((moment, targets) =>
    {
        if (Targets.TryGetValue(moment, out double target))
            targets[0] = target;
    });
}
