using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>What a candle costs in memory: its point of the equity and exposure series, and nothing else.</summary>
public class AllocationTests
{
    private const int PointOfOneSeries = sizeof(double) + sizeof(float);
    private const int PointOfSeveral = PointOfOneSeries + sizeof(long);
    private const int Slack = 16_384; // the runtime hands memory to a thread in blocks of 8 KiB and counts what it leaves of one

    private static readonly CandleSeries Long = MarketGenerator.Single(400_000, seed: 3);

    [Fact]
    public void A_run_of_twice_the_candles_allocates_its_points_alone()
    {
        // Trades in the first candles, then holds a guarded position that never meets its levels.
        IStrategy strategy = Market.Deciding((moment, targets) =>
        {
            if (moment > 200)
                return;
            targets[0] = moment % 20 / 20.0 + 0.01;
            targets.Protect(0, new ProtectiveLevels(ProtectiveLevel.Fraction(0.9), ProtectiveLevel.Fraction(9), ProtectiveLevel.Fraction(0.9)));
        });
        AssertNothingElse(PointOfOneSeries, candles => Backtest.Run(candles, strategy));
    }

    [Fact]
    public void An_indebted_account_and_resting_orders_cost_nothing_either() =>
        AssertNothingElse(PointOfOneSeries, candles => Backtest.Run(candles, Resting(), new BacktestOptions
        {
            Margin = new Margin { Leverage = 2 },
            Risk = new RiskPolicy { MaxGrossExposure = 2 },
            Instruments = new Dictionary<string, Instrument> { [candles.Symbol] = new(candles.Symbol, InstrumentKind.Linear, 0.01m, 0.001m) },
        }));

    [Fact]
    public void Several_series_cost_their_points_and_no_more()
    {
        CandleSeries other = Market.Named(Long, "OTHER");
        AssertNothingElse(2 * PointOfSeveral, candles => Backtest.Run([candles, other.Slice(0, candles.Count)], Market.Deciding((_, _) => { })));
    }

    private static void AssertNothingElse(int bytesPerCandle, Func<CandleSeries, BacktestResult> run)
    {
        CandleSeries half = Long.Slice(0, Long.Count / 2);
        for (int i = 0; i < 3; i++)
            _ = (run(Long), run(half));
        long once = Allocated(half, run), twice = Allocated(Long, run);
        long more = twice - once - (long)half.Count * bytesPerCandle;
        Assert.True(Math.Abs(more) < Slack, $"{half.Count} more candles allocated {more} bytes beside their points");
    }

    private static long Allocated(CandleSeries candles, Func<CandleSeries, BacktestResult> run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        BacktestResult result = run(candles);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(result);
        return allocated;
    }

    private static IOrderAlgorithm Resting() => Market.Ordering((moment, desk) =>
    {
        string symbol = Long.Symbol;
        if (moment == 0)
            desk.Submit(OrderRequest.Market(symbol, OrderSide.Buy, Math.Round(1.5m * (decimal)(desk.Equity / Long.Close[0]), 3)));
        if (moment == 1)
            desk.Submit(OrderRequest.Limit(symbol, OrderSide.Sell, 0.001m, 100_000_000m));
    });
}
