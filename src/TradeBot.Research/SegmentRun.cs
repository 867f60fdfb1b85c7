using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>The result of a strategy on one segment of candles.</summary>
/// <param name="Performance">Its figures.</param>
/// <param name="Returns">One return per candle.</param>
internal sealed record SegmentRun(PerformanceSummary Performance, double[] Returns)
{
    public static SegmentRun Of(IReadOnlyList<CandleSeries> candles, IStrategy strategy, BacktestOptions? backtest, CancellationToken cancellationToken)
    {
        BacktestResult run = Backtest.Run(candles, strategy, backtest, cancellationToken);
        double[] returns = new double[run.Equity.Count];
        double before = run.Equity.Initial;
        for (int i = 0; i < returns.Length; i++)
        {
            returns[i] = run.Equity.Values[i] / before - 1;
            before = run.Equity.Values[i];
        }

        return new SegmentRun(run.Performance, returns);
    }
}
