using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

internal static class StudySamples
{
    /// <summary>A grid of 3 by 4 pairs, of which one throws.</summary>
    public static StudyResult Study(CandleSeries candles) => Optimization.Study.Named("<sma> cross", seed: 7)
        .Int("fast", 5..15, step: 5).Int("slow", 20..50, step: 10)
        .Maximize((BacktestResult run) => run.Performance.Sharpe)
        .Returns(run => run.Performance.PeriodReturns.ToArray())
        .Grid(p => p["fast"] == 15 && p["slow"] == 20 ? throw new InvalidOperationException("bad pair") : Backtest.Run(candles, new SmaCross(p["fast"], p["slow"])));
}
