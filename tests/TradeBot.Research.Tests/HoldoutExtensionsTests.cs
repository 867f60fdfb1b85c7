using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public sealed class HoldoutExtensionsTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(count: 3_000, seed: 9);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Research_ends_where_the_locked_stretch_begins()
    {
        using var register = Holdout.Open(_path);
        CandleSeries research = Candles.HoldOut(0.25, register), locked = Candles.OpenHoldout("final check", register);

        Assert.Equal((2_250, 750), (research.Count, locked.Count));
        Assert.Equal(Candles.OpenTimeAt(2_250), locked.OpenTimeAt(0));
        Assert.Throws<InvalidOperationException>(() => Candles.HoldOut(0.5, register));
        Assert.Equal("final check", Assert.Single(register.OpeningsOf(research.ContentHash)).Reason);
    }

    [Fact]
    public void A_study_on_the_rest_tells_that_the_stretch_was_opened()
    {
        CandleSeries research = Candles.HoldOut();
        StudyResult Search() => Study.Named("sma", seed: 1).Int("fast", 5..6).Maximize(r => r.Sharpe).Sweep(research, p => new SmaCross(p["fast"], 20));

        Assert.Empty(Search().HoldoutOpenings);
        Candles.OpenHoldout("curious");
        Assert.Equal("curious", Assert.Single(Search().HoldoutOpenings).Reason);
    }
}
