using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>The figures that a backtest and a trial of a sweep both have.</summary>
/// <remarks>A study that asks for no others runs through the sweep; one that reads more of <see cref="PerformanceSummary"/> runs through the engine.</remarks>
public abstract record HeadlineFigures
{
    private protected HeadlineFigures()
    {
    }

    /// <summary>Final equity over starting cash, less 1.</summary>
    public double TotalReturn { get; internal init; }

    /// <summary>Compound return per year of 365 days; NaN for a run of less than <see cref="PerformanceSummary.AnnualFromDays"/> days.</summary>
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

    /// <summary>Number of round trips, open ones included.</summary>
    public int Trades { get; internal init; }

    /// <summary>Share of round trips that earned more than 0 after fees.</summary>
    public double WinRate { get; internal init; }

    /// <summary>Sum of gains over the sum of losses of round trips.</summary>
    public double ProfitFactor { get; internal init; }

    /// <summary>Mean profit of a round trip after fees, in quote currency.</summary>
    public double Expectancy { get; internal init; }

    /// <summary>Share of closes at which a position was held.</summary>
    public double TimeInMarket { get; internal init; }

    /// <summary>Value traded over starting cash.</summary>
    public double Turnover { get; internal init; }

    /// <summary>Return of buying once and holding, without costs: equal parts of all symbols, or the one that <see cref="BacktestOptions.Benchmark"/> names.</summary>
    public double BuyAndHoldReturn { get; internal init; }

    /// <summary>The returns from which the risk figures are computed, one per day or candle; in a sweep's trial only with <see cref="SweepOptions.KeepReturns"/>.</summary>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>candles</term><description>periods, per year</description></listheader>
    /// <item><term>a day or shorter</term><description>periods: UTC days with a close; per year: trading days, as <see cref="TradingCalendar"/> observes them: 365 for crypto, 312 for currencies, 252 for stocks</description></item>
    /// <item><term>longer than a day</term><description>periods: candles; per year: 365 over their days</description></item>
    /// <item><term>months</term><description>periods: candles; per year: 12</description></item>
    /// </list>
    /// </remarks>
    public ReadOnlyMemory<double> PeriodReturns { get; internal init; }

    /// <summary>The number of such returns per year.</summary>
    public double PeriodsPerYear { get; internal init; }

    /// <summary>Every figure that was computed, with its unit, definition and source, in reading order; where one is undefined, with the reason.</summary>
    /// <exception cref="InvalidOperationException">The trial failed or was skipped.</exception>
    public IReadOnlyList<PerformanceFigure> Figures
    {
        get
        {
            RequireComputed();
            return UndefinedFigures.Explain(FigureDefinition.All.Select(d => d.Of(this)).OfType<PerformanceFigure>(), ReturnCount, NoAnnualReturn);
        }
    }

    /// <summary>Why there is no annual return; null where there is one.</summary>
    internal string? NoAnnualReturn { get; init; }

    /// <summary>The number of returns from which the risk figures are computed, kept or not.</summary>
    internal int ReturnCount { get; init; }

    /// <summary>A figure by its name.</summary>
    /// <param name="name">Such as "Sharpe ratio", or the short name of an objective such as "sharpe"; in any case.</param>
    /// <exception cref="ArgumentException">There is no such figure, and the message names the nearest; or a sweep does not compute it.</exception>
    /// <exception cref="InvalidOperationException">The trial failed or was skipped.</exception>
    public PerformanceFigure Figure(string name)
    {
        RequireComputed();
        FigureDefinition definition = FigureDefinition.Find(name);
        PerformanceFigure figure = definition.Of(this)
            ?? throw new ArgumentException($"A sweep does not compute '{definition.Name}': trial.Backtest().Performance has it, by the engine.", nameof(name));
        return double.IsNaN(figure.Value) ? Figures.Named(figure.Name) : figure;
    }

    /// <summary>Throws where there are no figures.</summary>
    private protected virtual void RequireComputed()
    {
    }
}
