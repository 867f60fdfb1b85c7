using TradeBot.Statistics;

namespace TradeBot.Trading.Performance;

/// <summary>Risk of a run, and return relative to risk.</summary>
public sealed record RiskFigures
{
    private const double Tail = 0.05;

    private RiskFigures()
    {
    }

    /// <summary>Downside deviation of returns, target 0, annualised.</summary>
    public double DownsideDeviation { get; private init; }

    /// <summary>Sum of gains over sum of losses of periods.</summary>
    public double Omega { get; private init; }

    /// <summary>Annual return over the ulcer index.</summary>
    public double Martin { get; private init; }

    /// <summary>Total return over the depth of the deepest drawdown.</summary>
    public double Recovery { get; private init; }

    /// <summary>R² of a straight line fitted to the logarithm of equity, from 0 to 1.</summary>
    public double Stability { get; private init; }

    /// <summary>Return that 5 % of periods fell below.</summary>
    public double ValueAtRisk { get; private init; }

    /// <summary>Mean return of those periods.</summary>
    public double ConditionalValueAtRisk { get; private init; }

    /// <summary>The same quantile by the Cornish–Fisher expansion.</summary>
    public double CornishFisherValueAtRisk { get; private init; }

    /// <summary>Mean below it, by the same expansion.</summary>
    public double CornishFisherConditional { get; private init; }

    /// <summary>Size of the 95th percentile of returns over that of the 5th.</summary>
    public double TailRatio { get; private init; }

    /// <summary>Probability that the true Sharpe ratio is above 0, if this was the only trial.</summary>
    public double ProbabilisticSharpe { get; private init; }

    /// <summary>Length of track record after which that probability reaches 95 %, in days.</summary>
    public double MinimumTrackRecord { get; private init; }

    internal static IEnumerable<FigureDefinition> Definitions =>
    [
        new("Downside deviation", p => p.Risk.DownsideDeviation, FigureUnit.Fraction, "Root of the mean square of returns below 0, annualised.", "Sortino and Price 1994"),
        new("Omega ratio", p => p.Risk.Omega, FigureUnit.Ratio, "Sum of the returns above 0 over the sum of those below.", "Keating and Shadwick 2002"),
        new("Martin ratio", p => p.Risk.Martin, FigureUnit.Ratio, "Annual return over the ulcer index.", "Martin and McCann 1989"),
        new("Recovery factor", p => p.Risk.Recovery, FigureUnit.Ratio, "Total return over the deepest drawdown."),
        new("Stability", p => p.Risk.Stability, FigureUnit.Ratio, "Share of the variance of the logarithm of equity that a straight line explains."),
        new("Value at risk", p => p.Risk.ValueAtRisk, FigureUnit.Fraction, "Return that 5 % of past periods fell below.", "Hyndman and Fan 1996, definition 7"),
        new("Conditional value at risk", p => p.Risk.ConditionalValueAtRisk, FigureUnit.Fraction, "Mean return of the periods at or below the value at risk.", "Acerbi and Tasche 2002"),
        new("Value at risk, Cornish–Fisher", p => p.Risk.CornishFisherValueAtRisk, FigureUnit.Fraction, "The 5 % quantile of a normal distribution corrected for skewness and kurtosis.", "Cornish and Fisher 1938"),
        new("Conditional value at risk, Cornish–Fisher", p => p.Risk.CornishFisherConditional, FigureUnit.Fraction, "Mean of that distribution below its quantile.", "Maillard 2012"),
        new("Tail ratio", p => p.Risk.TailRatio, FigureUnit.Ratio, "Size of the 95th percentile of returns over that of the 5th."),
        new("Probabilistic Sharpe ratio", p => p.Risk.ProbabilisticSharpe, FigureUnit.Fraction, "Probability that the true Sharpe ratio is above 0, if this was the only trial.", "Bailey and López de Prado 2012"),
        new("Minimum track record", p => p.Risk.MinimumTrackRecord, FigureUnit.Days, "Length after which that probability reaches 95 %.", "Bailey and López de Prado 2012"),
    ];

    internal static RiskFigures Of(
        ReadOnlySpan<double> returns, ReadOnlySpan<double> sorted, Moments moments, double periodsPerYear, double total, double annual, Drawdown drawdown) => new()
    {
        DownsideDeviation = Math.Sqrt(periodsPerYear) * SortinoRatio.DownsideDeviation(returns),
        Omega = OmegaOf(returns),
        Martin = drawdown.Ulcer > 0 ? annual / drawdown.Ulcer : double.NaN,
        Recovery = drawdown.Depth < 0 ? total / -drawdown.Depth : double.NaN,
        Stability = StabilityOf(returns),
        ValueAtRisk = Statistics.ValueAtRisk.Historical(sorted, Tail),
        ConditionalValueAtRisk = Statistics.ValueAtRisk.ConditionalHistorical(sorted, Tail),
        CornishFisherValueAtRisk = Statistics.ValueAtRisk.CornishFisher(moments, Tail),
        CornishFisherConditional = Statistics.ValueAtRisk.ConditionalCornishFisher(moments, Tail),
        TailRatio = Math.Abs(Percentile.OfSorted(sorted, 1 - Tail)) / Math.Abs(Percentile.OfSorted(sorted, Tail)),
        ProbabilisticSharpe = ProbabilisticSharpeRatio.Of(SharpeStatistics.Of(moments)),
        MinimumTrackRecord = MinimumTrackRecordLength.Observations(SharpeStatistics.Of(moments)) * TradingCalendar.YearInDays / periodsPerYear,
    };

    private static double OmegaOf(ReadOnlySpan<double> returns)
    {
        double gains = 0, losses = 0;
        foreach (double r in returns)
            (gains, losses) = (gains + Math.Max(r, 0), losses - Math.Min(r, 0));
        return losses > 0 ? gains / losses : double.NaN;
    }

    /// <summary>The squared correlation of log equity with time.</summary>
    private static double StabilityOf(ReadOnlySpan<double> returns)
    {
        var fit = new Comovement();
        double log = 0;
        for (int i = 0; i < returns.Length; i++)
            fit.Add(i, log += Math.Log(1 + returns[i]));
        return fit.Correlation * fit.Correlation;
    }
}
