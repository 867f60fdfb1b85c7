namespace TradeBot.Trading.Performance;

/// <summary>The definition of a figure, and how it is read from a run.</summary>
/// <param name="Name">The field's term.</param>
/// <param name="Value">NaN when undefined. A figure that reads only <see cref="HeadlineFigures"/> is available for a sweep's trial, too.</param>
/// <param name="Unit">How to read the value.</param>
/// <param name="Definition">What it is, in one sentence.</param>
/// <param name="Source">Where the definition comes from; empty for plain arithmetic.</param>
/// <param name="Objective">Its short name where a higher value is better and a study can maximise it; otherwise null.</param>
internal sealed record FigureDefinition(
    string Name, Func<PerformanceSummary, double> Value, FigureUnit Unit, string Definition, string Source = "", string? Objective = null)
{
    /// <summary>Every figure, in reading order.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        Headline("Total return", f => f.TotalReturn, FigureUnit.Fraction, "Final equity over starting cash, less 1.", objective: "return"),
        Headline("Annual return", f => f.AnnualReturn, FigureUnit.Fraction, "Compound return per year of 365 days; undefined for less than 30 days."),
        Headline("Buy and hold", f => f.BuyAndHoldReturn, FigureUnit.Fraction, "Return of buying equal parts of all symbols, or the benchmark named, at the first close and holding to the last, without costs."),
        .. ReturnFigures.Definitions,
        Headline("Volatility", f => f.Volatility, FigureUnit.Fraction, "Standard deviation of returns, annualised."),
        Headline("Sharpe ratio", f => f.Sharpe, FigureUnit.Ratio, "Mean return over its standard deviation, annualised; risk-free rate 0.", "Sharpe 1994", objective: "sharpe"),
        Headline("Sortino ratio", f => f.Sortino, FigureUnit.Ratio, "Mean return over downside deviation, annualised; target 0.", "Sortino and Price 1994", objective: "sortino"),
        Headline("Calmar ratio", f => f.Calmar, FigureUnit.Ratio, "Annual return over the deepest drawdown.", "Young 1991", objective: "calmar"),
        new("Skewness", p => p.Skewness, FigureUnit.Ratio, "Third standardised moment of returns, dividing by n."),
        new("Kurtosis", p => p.Kurtosis, FigureUnit.Ratio, "Fourth standardised moment of returns, dividing by n; 3 for a normal sample.", "Pearson 1905"),
        .. RiskFigures.Definitions,
        Headline("Maximum drawdown", f => f.MaxDrawdown, FigureUnit.Fraction, "Largest decline of equity from a peak.", objective: "drawdown"),
        new("Longest drawdown", p => p.LongestDrawdown.TotalDays, FigureUnit.Days, "Longest time below a peak."),
        new("Longest recovery", p => p.Drawdown.LongestRecovery > TimeSpan.Zero ? p.Drawdown.LongestRecovery.TotalDays : double.NaN, FigureUnit.Days, "Longest time from the lowest point of a decline until its peak was regained; undefined when none was."),
        new("Drawdowns", p => p.Drawdown.Count, FigureUnit.Count, "Stretches of closes below a peak."),
        new("Average drawdown", p => p.Drawdown.AverageDepth, FigureUnit.Fraction, "Mean of the deepest points of all declines."),
        new("Ulcer index", p => p.Drawdown.Ulcer, FigureUnit.Fraction, "Root of the mean square of the decline at each close.", "Martin and McCann 1989"),
        new("Pain index", p => p.Drawdown.Pain, FigureUnit.Fraction, "Mean of the decline at each close."),
        new("Time under water", p => p.Drawdown.TimeUnderWater, FigureUnit.Fraction, "Share of closes below a peak."),
        Headline("Trades", f => f.Trades, FigureUnit.Count, "Round trips, open ones included."),
        Headline("Win rate", f => f.WinRate, FigureUnit.Fraction, "Share of round trips that earned more than 0 after fees.", objective: "win-rate"),
        Headline("Profit factor", f => f.ProfitFactor, FigureUnit.Ratio, "Sum of gains over sum of losses of round trips.", objective: "profit-factor"),
        Headline("Expectancy", f => f.Expectancy, FigureUnit.Money, "Mean profit of a round trip after fees."),
        new("Average holding", p => p.AverageHolding.TotalDays, FigureUnit.Days, "Mean length of a round trip."),
        .. TradeFigures.Definitions,
        Headline("Time in market", f => f.TimeInMarket, FigureUnit.Fraction, "Share of closes at which a position was held."),
        Headline("Turnover", f => f.Turnover, FigureUnit.Ratio, "Value traded over starting cash."),
        .. ExposureFigures.Definitions,
        .. BenchmarkFigures.Definitions,
    ];

    private static readonly Dictionary<string, FigureDefinition> ByName = new(
        All.SelectMany(d => d.Names.Select(name => KeyValuePair.Create(name, d))), StringComparer.OrdinalIgnoreCase);

    /// <summary>A figure by its name or its short name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such figure; the message names the nearest.</exception>
    public static FigureDefinition Find(string name) => ByName.GetValueOrDefault(name)
        ?? throw new ArgumentException($"There is no figure '{name}'; the nearest is '{NearestName.Of(name, ByName.Keys)}'.", nameof(name));

    private IEnumerable<string> Names => Objective is null ? [Name] : [Name, Objective];

    /// <summary>The figure of a run; null where the run has not computed it.</summary>
    public PerformanceFigure? Of(HeadlineFigures run) => (Value, run) switch
    {
        (Func<HeadlineFigures, double> value, _) => new(Name, value(run), Unit, Definition, Source),
        (_, PerformanceSummary all) => new(Name, Value(all), Unit, Definition, Source),
        _ => null,
    };

    private static FigureDefinition Headline(
        string name, Func<HeadlineFigures, double> value, FigureUnit unit, string definition, string source = "", string? objective = null) =>
        new(name, value, unit, definition, source, objective);
}
