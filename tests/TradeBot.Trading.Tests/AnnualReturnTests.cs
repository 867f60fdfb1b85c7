using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class AnnualReturnTests
{
    private static readonly string[] Annual = ["Annual return", "Calmar ratio", "Martin ratio"];

    [Theory]
    [InlineData(30)]
    [InlineData(7 * 24)]
    [InlineData(30 * 24 - 1)]
    public void A_short_run_has_no_annual_return_and_no_ratio_to_it(int hours)
    {
        BacktestResult run = Backtest.Run(Rising(hours), new BuyAndHold(), Market.Free);
        PerformanceSummary summary = run.Performance;

        Assert.InRange(summary.TotalReturn, 0.2, 0.4);
        Assert.True(summary.MaxDrawdown < 0);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (summary.AnnualReturn, summary.Calmar, summary.Risk.Martin));
        foreach (PerformanceFigure figure in summary.Figures.Where(f => Annual.Contains(f.Name)))
            Assert.Equal(FormattableString.Invariant($"the run has {hours / 24.0:0.#} days, and annual returns need 30"), figure.Reason);
        Assert.All(summary.Figures.Where(f => !Annual.Contains(f.Name)), f => Assert.Equal(double.IsNaN(f.Value), f.Reason is not null));
    }

    [Theory]
    [InlineData(30 * 24)]
    [InlineData(400 * 24)]
    public void From_thirty_days_the_return_is_compounded_to_a_year(int hours)
    {
        PerformanceSummary summary = Backtest.Run(Rising(hours), new BuyAndHold(), Market.Free).Performance;

        Assert.Equal(Math.Pow(1 + summary.TotalReturn, 365 / (hours / 24.0)) - 1, summary.AnnualReturn, 1e-9);
        Assert.Equal(summary.AnnualReturn / -summary.MaxDrawdown, summary.Calmar, 1e-9);
        Assert.All(summary.Figures, f => Assert.Equal(double.IsNaN(f.Value), f.Reason is not null));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(40 * 24)]
    public void A_sweep_says_the_same(int hours)
    {
        CandleSeries candles = Rising(hours);
        BacktestOptions options = Market.Free with { Fees = Fees.Bybit.Linear };
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [new SmaCross(3, 8)], options));
        PerformanceSummary run = Backtest.Run(candles, new SmaCross(3, 8), options).Performance;

        Assert.False(trial.IsByEngine);
        Assert.Equal(double.IsNaN(run.AnnualReturn), double.IsNaN(trial.AnnualReturn));
        Assert.Equal(double.IsNaN(run.Calmar), double.IsNaN(trial.Calmar));
        Assert.Equal(run.Figure("Annual return").Reason, trial.Figure("Annual return").Reason);
    }

    // Up by a third, with a dip in each fifth hour.
    private static CandleSeries Rising(int hours)
    {
        double[] closes = [.. Enumerable.Range(0, hours).Select(i => 100 * (1 + 0.33 * (i + 1) / hours) - (i % 5 == 2 ? 2 : 0))];
        double[] opens = [100, .. closes[..^1]];
        return new CandleSeries(
            "TEST", Timeframe.OneHour, Enumerable.Range(0, hours).Select(i => UnixTime.FromDateTime(Market.Start.AddHours(i))).ToArray(), opens,
            opens.Zip(closes, Math.Max).ToArray(), opens.Zip(closes, Math.Min).ToArray(), closes, closes);
    }
}
