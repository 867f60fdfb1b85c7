namespace TradeBot.Trading.Performance;

/// <summary>Exposure, turnover and costs of a run.</summary>
public sealed record ExposureFigures
{
    private ExposureFigures()
    {
    }

    /// <summary>Share of closes at which a position was held.</summary>
    internal double TimeHeld { get; private init; }

    /// <summary>Mean gross exposure over all closes, as a fraction of equity.</summary>
    public double Average { get; private init; }

    /// <summary>Highest gross exposure at a close, as a fraction of equity.</summary>
    public double Highest { get; private init; }

    /// <summary>Value traded over starting cash, per year.</summary>
    public double TurnoverPerYear { get; private init; }

    /// <summary>Fees over starting cash.</summary>
    public double Fees { get; private init; }

    /// <summary>Slippage over starting cash.</summary>
    public double Slippage { get; private init; }

    /// <summary>Funding over starting cash; negative when received.</summary>
    public double Funding { get; private init; }

    /// <summary>Interest on coins sold short over starting cash.</summary>
    public double Borrowing { get; private init; }

    /// <summary>All costs over starting cash.</summary>
    public double Costs { get; private init; }

    /// <summary>All costs over the value traded.</summary>
    public double CostsOfTurnover { get; private init; }

    internal static IEnumerable<FigureDefinition> Definitions =>
    [
        new("Average exposure", p => p.Exposure.Average, FigureUnit.Fraction, "Mean of gross exposure over all closes, as a fraction of equity."),
        new("Highest exposure", p => p.Exposure.Highest, FigureUnit.Fraction, "Highest gross exposure at a close, as a fraction of equity."),
        new("Turnover per year", p => p.Exposure.TurnoverPerYear, FigureUnit.Ratio, "Value traded over starting cash, per year of 365 days."),
        new("Fees", p => p.Exposure.Fees, FigureUnit.Fraction, "Fees over starting cash."),
        new("Slippage", p => p.Exposure.Slippage, FigureUnit.Fraction, "Slippage over starting cash."),
        new("Funding", p => p.Exposure.Funding, FigureUnit.Fraction, "Funding paid over starting cash; negative when received."),
        new("Borrowing", p => p.Exposure.Borrowing, FigureUnit.Fraction, "Interest on coins sold short over starting cash."),
        new("Costs", p => p.Exposure.Costs, FigureUnit.Fraction, "All costs over starting cash."),
        new("Costs of turnover", p => p.Exposure.CostsOfTurnover, FigureUnit.Fraction, "All costs over the value traded."),
    ];

    internal static ExposureFigures Of(ReadOnlySpan<float> exposure, Costs costs, decimal cash, double years)
    {
        double sum = 0;
        float highest = 0;
        int held = 0;
        foreach (float x in exposure)
        {
            sum += x;
            highest = x > highest ? x : highest;
            held += x > 0 ? 1 : 0;
        }

        double Of(decimal amount) => (double)(amount / cash);
        return new ExposureFigures
        {
            TimeHeld = (double)held / exposure.Length,
            Average = sum / exposure.Length,
            Highest = highest,
            TurnoverPerYear = Of(costs.Turnover) / years,
            Fees = Of(costs.Fees),
            Slippage = Of(costs.Slippage),
            Funding = Of(costs.Funding),
            Borrowing = Of(costs.Borrowing),
            Costs = Of(costs.Total),
            CostsOfTurnover = costs.Turnover > 0 ? (double)(costs.Total / costs.Turnover) : double.NaN,
        };
    }
}
