namespace TradeBot.Trading.Performance;

/// <summary>Why figures of a run are undefined, in a few words; used by pages, exports, terminals and programs.</summary>
internal static class UndefinedFigures
{
    private static readonly string[] OfTrades =
    [
        "Win rate", "Win rate, long", "Win rate, short", "Profit factor", "Expectancy", "Average holding", "Payoff ratio", "Average win", "Average loss", "Average trade",
        "Median trade", "Best trade", "Worst trade", "System quality number", "Kelly criterion", "Longest holding", "Holding of winners", "Holding of losers",
        "Adverse excursion", "Favourable excursion", "Edge ratio",
    ];

    private static readonly string[] OfDecline = ["Calmar ratio", "Martin ratio", "Recovery factor"];
    private static readonly string[] OfYear = ["Annual return", "Calmar ratio", "Martin ratio"];
    private static readonly string[] OfHolding = ["Alpha", "Beta", "Correlation with holding", "Tracking error", "Information ratio", "Up capture", "Down capture"];

    /// <summary>The same figures, each that is NaN with its reason.</summary>
    /// <param name="figures">All figures of one run.</param>
    /// <param name="returns">The number of returns from which the risk figures are computed.</param>
    /// <param name="noAnnualReturn">Why the run has no annual return; null where it has one.</param>
    public static IReadOnlyList<PerformanceFigure> Explain(IEnumerable<PerformanceFigure> figures, int returns, string? noAnnualReturn)
    {
        PerformanceFigure[] all = [.. figures];
        var facts = new Facts(all, returns, noAnnualReturn);
        return [.. all.Select(figure => double.IsNaN(figure.Value) ? figure with { Reason = Reason(figure.Name, facts) } : figure)];
    }

    private static string Reason(string name, Facts run) => name switch
    {
        _ when OfTrades.Contains(name) && run["Trades"] == 0 => "there was no trade",
        "Win rate, long" => "there was no long trade",
        "Win rate, short" => "there was no short trade",
        "Average win" or "Holding of winners" => "no trade was won",
        "Average loss" or "Holding of losers" => "no trade was lost",
        "Payoff ratio" or "Kelly criterion" => "needs trades that won and trades that lost",
        "Profit factor" => "no trade won or lost anything",
        "System quality number" => "needs two trades with different profits",
        "Edge ratio" => "prices never went against a trade",
        "Longest recovery" => "no peak was regained",
        "Costs of turnover" => "nothing was traded",
        _ when OfDecline.Contains(name) && run["Maximum drawdown"] == 0 => "equity was never below a peak",
        _ when OfYear.Contains(name) && run.NoAnnualReturn is { } reason => reason,
        _ when run.Returns < 2 => $"needs at least 2 returns, and there {(run.Returns == 1 ? "is 1" : "are none")}",
        "Up capture" => "buying and holding never rose",
        "Down capture" => "buying and holding never fell",
        _ when OfHolding.Contains(name) => "the returns of buying and holding never changed, or are unknown",
        "Sortino ratio" or "Omega ratio" => "no return was below 0",
        "Minimum track record" => "the Sharpe ratio is not above 0",
        _ when run["Volatility"] == 0 => "the returns never changed",
        _ => FormattableString.Invariant($"not defined for {run.Returns} returns such as these"),
    };

    private sealed class Facts(PerformanceFigure[] figures, int returns, string? noAnnualReturn)
    {
        public int Returns => returns;

        public string? NoAnnualReturn => noAnnualReturn;

        public double this[string figure] => figures.Where(f => f.Name == figure).Select(f => f.Value).FirstOrDefault(double.NaN);
    }
}
