using TradeBot.Statistics;

namespace TradeBot.Trading.Performance;

/// <summary>Returns and profit of a run.</summary>
public sealed record ReturnFigures
{
    private ReturnFigures()
    {
    }

    /// <summary>Final equity less starting cash, in quote currency.</summary>
    public double NetProfit { get; private init; }

    /// <summary>Equity at the last close, in quote currency.</summary>
    public double FinalEquity { get; private init; }

    /// <summary>Mean return of a period.</summary>
    public double AveragePeriod { get; private init; }

    /// <summary>Highest return of a period.</summary>
    public double BestPeriod { get; private init; }

    /// <summary>Lowest return of a period.</summary>
    public double WorstPeriod { get; private init; }

    /// <summary>Share of periods with a return above 0.</summary>
    public double PositivePeriods { get; private init; }

    /// <summary>Highest return of a calendar month.</summary>
    public double BestMonth { get; private init; }

    /// <summary>Lowest return of a calendar month.</summary>
    public double WorstMonth { get; private init; }

    /// <summary>Share of calendar months with a return above 0.</summary>
    public double PositiveMonths { get; private init; }

    internal static IEnumerable<FigureDefinition> Definitions =>
    [
        new("Net profit", p => p.Returns.NetProfit, FigureUnit.Money, "Final equity less starting cash."),
        new("Final equity", p => p.Returns.FinalEquity, FigureUnit.Money, "Equity at the last close."),
        new("Average period", p => p.Returns.AveragePeriod, FigureUnit.Fraction, "Mean return of a day, or of a candle when candles are longer."),
        new("Best period", p => p.Returns.BestPeriod, FigureUnit.Fraction, "Highest return of such a period."),
        new("Worst period", p => p.Returns.WorstPeriod, FigureUnit.Fraction, "Lowest return of such a period."),
        new("Positive periods", p => p.Returns.PositivePeriods, FigureUnit.Fraction, "Share of such periods with a return above 0."),
        new("Best month", p => p.Returns.BestMonth, FigureUnit.Fraction, "Highest return of a calendar month, UTC."),
        new("Worst month", p => p.Returns.WorstMonth, FigureUnit.Fraction, "Lowest return of a calendar month, UTC."),
        new("Positive months", p => p.Returns.PositiveMonths, FigureUnit.Fraction, "Share of calendar months with a return above 0."),
    ];

    internal static ReturnFigures Of(EquityCurve equity, ReadOnlySpan<double> sortedReturns, double mean, IReadOnlyList<MonthlyReturn> months) => new()
    {
        NetProfit = equity.Final - equity.Initial,
        FinalEquity = equity.Final,
        AveragePeriod = mean,
        BestPeriod = Percentile.OfSorted(sortedReturns, 1),
        WorstPeriod = Percentile.OfSorted(sortedReturns, 0),
        PositivePeriods = SharePositive(sortedReturns),
        BestMonth = months.Count == 0 ? double.NaN : months.Max(m => m.Return),
        WorstMonth = months.Count == 0 ? double.NaN : months.Min(m => m.Return),
        PositiveMonths = months.Count == 0 ? double.NaN : months.Average(m => m.Return > 0 ? 1.0 : 0),
    };

    private static double SharePositive(ReadOnlySpan<double> returns)
    {
        int positive = 0;
        foreach (double r in returns)
            positive += r > 0 ? 1 : 0;
        return (double)positive / returns.Length;
    }
}
