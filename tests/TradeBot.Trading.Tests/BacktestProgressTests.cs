using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class BacktestProgressTests
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(40_000, seed: 5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_tells_of_the_begin_each_16384_moments_and_the_end(int series)
    {
        List<BacktestProgress> told = [];
        CandleSeries[] all = [.. new[] { Candles, Market.Named(Candles, "OTHER") }.Take(series)];
        Backtest.Run(all, Market.Deciding((_, _) => { }), null, new Told(told.Add));
        Assert.Equal((Candles.OpenTimeAt(0), 0), (told[0].Time, told[0].Fraction));
        Assert.Equal((Candles.OpenTimeAt(16_384), 16_384 / 40_000.0), (told[1].Time, told[1].Fraction));
        Assert.Equal((Candles.CloseTimeAt(39_999), 1), (told[^1].Time, told[^1].Fraction));
        Assert.Equal(4, told.Count);
    }

    [Fact]
    public void A_run_is_cancelled_at_the_next_of_these()
    {
        using var source = new CancellationTokenSource();
        int decisions = 0;
        IStrategy strategy = Market.Deciding((_, _) =>
        {
            decisions++;
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Backtest.Run([Candles], strategy, null, progress: null, source.Token));
        Assert.Equal(16_384, decisions);
    }

    private sealed class Told(Action<BacktestProgress> tell) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => tell(value);
    }
}
