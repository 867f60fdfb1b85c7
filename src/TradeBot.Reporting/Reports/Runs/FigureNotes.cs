using TradeBot.Statistics;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Notes on figures: why one is undefined, or how few values it is computed from.</summary>
/// <remarks>The first is <see cref="PerformanceFigure.Reason"/>. Used by pages, tear sheets and terminals, so that they agree.</remarks>
public sealed class FigureNotes
{
    /// <summary>The number of round trips below which figures about trades are unreliable: 30.</summary>
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
    /// <param name="periodReturns">The number of returns from which its risk figures are computed.</param>
    /// <param name="span">Length of the run.</param>
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

    /// <summary>The sample of the risk figures, such as "28 days".</summary>
    public string Sample { get; }

    /// <summary>The number of returns from which the risk figures are computed.</summary>
    public int Returns { get; }

    /// <summary>True where there are so few returns that risk figures are only a rough guide.</summary>
    public bool IsShort => Returns < SharpeStatistics.EnoughObservations;

    /// <summary>Why a figure is n/a, or how few values it is computed from; empty where there is nothing to note, or where an old export does not have the reason.</summary>
    public string Of(PerformanceFigure figure) => double.IsNaN(figure.Value) ? figure.Reason ?? "" : Caution(figure.Name);

    /// <summary>How few values a figure is computed from; empty where they are enough.</summary>
    public string Caution(string figure) =>
        IsShort && OfReturns.Contains(figure) ? $"a rough guide: computed from {Sample}"
        : Value("Trades") < EnoughTrades && OfTrades.Contains(figure) ? $"a rough guide: computed from {Wording.Count((long)Value("Trades"), "trade")}"
        : "";

    private double Value(string figure) => _values.GetValueOrDefault(figure, double.NaN);
}
