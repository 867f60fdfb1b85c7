using TradeBot.MarketData;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>The figures by which a backtest is judged.</summary>
/// <remarks>
/// Risk figures use returns per UTC day and a year of 365 days when candles are shorter than a day, else returns
/// per candle. NaN means undefined: a win rate without trades, a ratio without risk.
/// </remarks>
public sealed record PerformanceSummary
{
    private PerformanceSummary()
    {
    }

    /// <summary>Final equity over starting cash, less 1.</summary>
    public double TotalReturn { get; private init; }

    /// <summary>Compound return per year of 365 days.</summary>
    public double AnnualReturn { get; private init; }

    /// <summary>Standard deviation of returns, annualised.</summary>
    public double Volatility { get; private init; }

    /// <summary>Annualised Sharpe ratio, risk-free rate 0.</summary>
    public double Sharpe { get; private init; }

    /// <summary>Annualised Sortino ratio, target 0.</summary>
    public double Sortino { get; private init; }

    /// <summary>Annual return over the depth of the deepest drawdown.</summary>
    public double Calmar { get; private init; }

    /// <summary>Largest decline from a peak, from 0 to −1.</summary>
    public double MaxDrawdown { get; private init; }

    /// <summary>Longest time below a peak.</summary>
    public TimeSpan LongestDrawdown { get; private init; }

    /// <summary>Skewness of the returns.</summary>
    public double Skewness { get; private init; }

    /// <summary>Pearson kurtosis of the returns: 3 for a normal sample.</summary>
    public double Kurtosis { get; private init; }

    /// <summary>Number of round trips, open ones included.</summary>
    public int Trades { get; private init; }

    /// <summary>Share of round trips that earned more than 0 after fees.</summary>
    public double WinRate { get; private init; }

    /// <summary>Sum of gains over the sum of losses of round trips.</summary>
    public double ProfitFactor { get; private init; }

    /// <summary>Mean profit of a round trip after fees, in quote currency.</summary>
    public double Expectancy { get; private init; }

    /// <summary>Mean length of a round trip.</summary>
    public TimeSpan AverageHolding { get; private init; }

    /// <summary>Share of closes at which a position was held.</summary>
    public double TimeInMarket { get; private init; }

    /// <summary>Value traded over starting cash.</summary>
    public double Turnover { get; private init; }

    /// <summary>Return of holding the first feed's symbol from its first to its last close, without costs.</summary>
    public double BuyAndHoldReturn { get; private init; }

    /// <summary>The returns that the risk figures rest on, one per day or candle.</summary>
    public ReadOnlyMemory<double> PeriodReturns { get; private init; }

    /// <summary>How many such returns a year has.</summary>
    public double PeriodsPerYear { get; private init; }

    /// <summary>Every figure with its unit and definition, in reading order.</summary>
    public IReadOnlyList<PerformanceFigure> Figures =>
    [
        new("Total return", TotalReturn, FigureUnit.Fraction, "Final equity over starting cash, less 1."),
        new("Annual return", AnnualReturn, FigureUnit.Fraction, "Compound return per year of 365 days."),
        new("Buy and hold", BuyAndHoldReturn, FigureUnit.Fraction, "Return of holding the first symbol from first to last close, without costs."),
        new("Volatility", Volatility, FigureUnit.Fraction, "Standard deviation of returns, annualised."),
        new("Sharpe ratio", Sharpe, FigureUnit.Ratio, "Mean return over its standard deviation, annualised; risk-free rate 0."),
        new("Sortino ratio", Sortino, FigureUnit.Ratio, "Mean return over downside deviation, annualised; target 0."),
        new("Calmar ratio", Calmar, FigureUnit.Ratio, "Annual return over the deepest drawdown."),
        new("Maximum drawdown", MaxDrawdown, FigureUnit.Fraction, "Largest decline of equity from a peak."),
        new("Longest drawdown", LongestDrawdown.TotalDays, FigureUnit.Days, "Longest time below a peak."),
        new("Skewness", Skewness, FigureUnit.Ratio, "Third standardised moment of returns."),
        new("Kurtosis", Kurtosis, FigureUnit.Ratio, "Fourth standardised moment of returns; 3 for a normal sample."),
        new("Trades", Trades, FigureUnit.Count, "Round trips, open ones included."),
        new("Win rate", WinRate, FigureUnit.Fraction, "Share of round trips that earned more than 0 after fees."),
        new("Profit factor", ProfitFactor, FigureUnit.Ratio, "Sum of gains over sum of losses of round trips."),
        new("Expectancy", Expectancy, FigureUnit.Money, "Mean profit of a round trip after fees."),
        new("Average holding", AverageHolding.TotalDays, FigureUnit.Days, "Mean length of a round trip."),
        new("Time in market", TimeInMarket, FigureUnit.Fraction, "Share of closes at which a position was held."),
        new("Turnover", Turnover, FigureUnit.Ratio, "Value traded over starting cash."),
    ];

    internal static PerformanceSummary Of(BacktestResult result)
    {
        EquityCurve equity = result.Equity;
        CandleSeries first = result.Series[0];
        (double[] returns, double periodsPerYear) = Returns(equity, result.Series.Min(s => s.Timeframe));
        var moments = Moments.Of(returns);
        var drawdown = Drawdown.Of(equity);
        double years = (equity.Times[^1] - first.OpenTimes[0]) / (365.0 * UnixTime.MillisecondsPerDay);
        double growth = equity.Final / equity.Initial;
        double annual = growth > 0 ? Math.Pow(growth, 1 / years) - 1 : -1;
        IReadOnlyList<Trade> trades = result.Trades;

        return new PerformanceSummary
        {
            TotalReturn = growth - 1,
            AnnualReturn = annual,
            Volatility = Math.Sqrt(periodsPerYear) * moments.StandardDeviation,
            Sharpe = SharpeRatio.Annualized(returns, periodsPerYear),
            Sortino = SortinoRatio.Annualized(returns, periodsPerYear),
            Calmar = drawdown.Depth < 0 ? annual / -drawdown.Depth : double.NaN,
            MaxDrawdown = drawdown.Depth,
            LongestDrawdown = drawdown.Longest,
            Skewness = moments.Skewness,
            Kurtosis = moments.Kurtosis,
            Trades = trades.Count,
            WinRate = Mean(trades, t => t.Profit > 0 ? 1 : 0),
            ProfitFactor = Gains(trades, 1) / Gains(trades, -1),
            Expectancy = Mean(trades, t => (double)t.Profit),
            AverageHolding = trades.Count == 0 ? TimeSpan.Zero : TimeSpan.FromDays(Mean(trades, t => t.Duration.TotalDays)),
            TimeInMarket = ShareHeld(equity.Exposure),
            Turnover = (double)(result.Costs.Turnover / result.Options.Cash),
            BuyAndHoldReturn = first.Close[^1] / first.Close[0] - 1,
            PeriodReturns = returns,
            PeriodsPerYear = periodsPerYear,
        };
    }

    private static (double[] Returns, double PerYear) Returns(EquityCurve equity, Timeframe timeframe)
    {
        if (timeframe <= Timeframe.OneDay)
            return (equity.DailyReturns(), 365);

        double[] returns = new double[equity.Count];
        double before = equity.Initial;
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = equity.Values[i] / before - 1;
            before = equity.Values[i];
        }

        return (returns, timeframe.HasFixedLength ? 365 / timeframe.Duration.TotalDays : 12);
    }

    private static double Mean(IReadOnlyList<Trade> trades, Func<Trade, double> value) =>
        trades.Count == 0 ? double.NaN : trades.Average(value);

    /// <summary>Sum of what trades of one sign earned, as a positive number; 0/0 and x/0 then say what they mean.</summary>
    private static double Gains(IReadOnlyList<Trade> trades, int sign) =>
        (double)trades.Sum(t => Math.Max(0m, sign * t.Profit));

    private static double ShareHeld(ReadOnlySpan<float> exposure)
    {
        int held = 0;
        foreach (float x in exposure)
            held += x > 0 ? 1 : 0;
        return (double)held / exposure.Length;
    }
}
