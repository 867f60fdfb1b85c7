using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs()
    {
        CandleSeries candles = MarketGenerator.Single(count: 10_000, seed: 7);
        BacktestResult run = Backtest.Run(candles, new SmaCross(fast: 10, slow: 30), new BacktestOptions
        {
            Cash = 10_000m,
            Fees = Fees.Bybit.Linear,
            Slippage = Slippage.Bps(1),
        });
        double sharpe = run.Performance.Sharpe;
        decimal paid = run.Costs.Total;
        string fingerprint = run.Manifest.ResultHash;

        run.Spec.Save("sma.run.json");
        BacktestResult repeated = BacktestSpec.Load("sma.run.json").Run([candles]);
        File.Delete("sma.run.json");
        Assert.Equal(fingerprint, repeated.Manifest.ResultHash);

        BacktestResult careful = Backtest.Run(candles, TurtleBreakout.Rule(), new BacktestOptions
        {
            Sizing = Sizing.RiskPerTrade(0.01),
            Risk = new RiskPolicy { MaxDailyLoss = 0.03, MaxDrawdown = 0.2, AtMaxDrawdown = KillSwitch.Flatten },
            Fees = Fees.Bybit.LinearByVolume,
        });
        double worst = careful.Trades.Min(t => t.AdverseExcursion);
        MonthlyReturn month = careful.Performance.Months[0];
        double alpha = careful.Performance.Benchmark.Alpha;

        CandleSeries hours = Resampler.Resample(candles, Timeframe.OneHour);
        BacktestResult levered = Backtest.Run(hours, new SmaCross(fast: 10, slow: 30, allowShort: true), new BacktestOptions
        {
            Margin = new Margin { Leverage = 5 },
            Sizing = Sizing.FractionOfEquity(3),
            Risk = new RiskPolicy { MaxGrossExposure = 5 },
            IntrabarCandles = [candles],
        });
        int liquidated = levered.Liquidations.Count;

        CandleSeries others = Market.Named(candles, "OTHER");
        BacktestResult halves = Backtest.Run([candles, others], Strategy.OnEverySymbol().Long(Expressions.Close > 0).Build(), new BacktestOptions
        {
            RebalanceTolerance = 0.05,
        });
        decimal left = halves.FinalCash;

        Assert.Equal(2, halves.Fills.Count);
        Assert.True(left >= 0);
        Assert.Equal(0, liquidated);
        Assert.Contains(levered.Equity.Exposure.ToArray(), e => e > 2);
        IStrategy[] pairs = [.. from fast in Enumerable.Range(2, 10) from slow in Enumerable.Range(20, 10) select new SmaCross(fast, slow)];
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, pairs, BacktestOptions.Default);
        SweepTrial best = trials.MaxBy(t => t.Sharpe)!;
        double sortino = best.Figure("sortino ratio").Value, omega = best.Backtest().Performance.Risk.Omega;

        Assert.Equal(Backtest.Run(candles, pairs[best.Number]).Performance.Risk.Omega, omega);
        Assert.Equal(best.Sortino, sortino);
        Assert.True(worst < 0);
        Assert.Equal(1, month.Month);
        Assert.True(double.IsFinite(alpha));
        Assert.Equal(86, careful.Performance.Figures.Count);
        Assert.True(double.IsFinite(sharpe));
        Assert.True(paid > 0);
        Assert.Equal(64, fingerprint.Length);
        Assert.NotEmpty(run.Trades);
    }
}
