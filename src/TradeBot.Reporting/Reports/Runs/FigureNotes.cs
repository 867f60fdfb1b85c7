using TradeBot.Statistics;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>What must be said beside a figure: why it is undefined, or on how little it rests.</summary>
/// <remarks>The first is <see cref="PerformanceFigure.Reason"/>. The one place for both, so that a page, a tear sheet and a terminal say the same.</remarks>
public sealed class FigureNotes
{
    /// <summary>The number of round trips below which figures about trades say little: 30.</summary>
    public const int EnoughTrades = 30;

    private static readonly string[] OfReturns =
    [
        "Annual return", "Volatility", "Sharpe ratio", "Sortino ratio", "Calmar ratio", "Skewness", "Kurtosis", "Downside deviation", "Omega ratio",
        "Martin ratio", "Value at risk", "Conditional value at risk", "Value at risk, Cornish–Fisher", "Conditional value at risk, Cornish–Fisher",
        "Tail ratio", "Probabilistic Sharpe ratio", "Minimum track record", "Alpha", "Beta", "Correlation with holding", "Tracking error",
        "Information ratio", "Up capture", "Down capture",
    ];

    private static readonly string[] OfTrades =
    [
        "Win rate", "Win rate, long", "Win rate, short", "Profit factor", "Expectancy", "Average holding", "Payoff ratio", "Average win", "Average loss", "Average trade",
        "Median trade", "Best trade", "Worst trade", "System quality number", "Kelly criterion", "Longest holding", "Holding of winners", "Holding of losers",
        "Adverse excursion", "Favourable excursion", "Edge ratio",
    ];

    private readonly Dictionary<string, double> _values;

    /// <param name="figures">All figures of one run.</param>
    /// <param name="periodReturns">How many returns its risk figures rest on.</param>
    /// <param name="span">How long the run lasted.</param>
    internal FigureNotes(IEnumerable<PerformanceFigure> figures, int periodReturns, TimeSpan span)
    {
        _values = figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        Returns = periodReturns;
        Sample = Wording.Count(periodReturns, periodReturns >= 0.6 * span.TotalDays && periodReturns <= 1.5 * span.TotalDays + 2 ? "day" : "return");
    }

    /// <summary>The notes on a run.</summary>
    public static FigureNotes Of(BacktestRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        TimeSpan span = run.Equity.Count == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(run.Equity.Times[^1] - run.Equity.Times[0]);
        return new FigureNotes(run.Figures, run.PeriodReturns.Length, span);
    }

    /// <summary>The notes on the figures of a run.</summary>
    public static FigureNotes Of(PerformanceSummary performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        double days = performance.PeriodsPerYear > 0 ? performance.PeriodReturns.Length / performance.PeriodsPerYear * 365 : 0;
        return new FigureNotes(performance.Figures, performance.PeriodReturns.Length, TimeSpan.FromDays(days));
    }

    /// <summary>What the risk figures rest on, such as "28 days".</summary>
    public string Sample { get; }

    /// <summary>How many returns the risk figures rest on.</summary>
    public int Returns { get; }

    /// <summary>True where the returns are too few to take figures of risk for more than a rough guide.</summary>
    public bool IsShort => Returns < SharpeStatistics.EnoughObservations;

    /// <summary>Why a figure is n/a, or on how little it rests; empty where there is nothing to say, or where an old export does not tell.</summary>
    public string Of(PerformanceFigure figure) => double.IsNaN(figure.Value) ? figure.Reason ?? "" : Caution(figure.Name);

    /// <summary>On how little a figure rests; empty where that is enough.</summary>
    public string Caution(string figure) =>
        IsShort && OfReturns.Contains(figure) ? $"a rough guide: rests on {Sample}"
        : Value("Trades") < EnoughTrades && OfTrades.Contains(figure) ? $"a rough guide: rests on {Wording.Count((long)Value("Trades"), "trade")}"
        : "";

    private double Value(string figure) => _values.GetValueOrDefault(figure, double.NaN);
}
