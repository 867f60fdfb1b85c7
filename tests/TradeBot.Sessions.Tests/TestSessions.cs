using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

/// <summary>Sessions over random candles, the same for the same seed, in this process and in others.</summary>
internal static class TestSessions
{
    public static readonly CandleFeed Feed = new("TEST", Timeframe.OneMinute);

    public static CandleSeries Candles(int seed)
    {
        for (int at = seed; ; at += 1000)
        {
            CandleSeries candles = RandomRules.Candles(new Random(at));
            if (candles.Count > 1200)
                return candles;
        }
    }

    public static IStrategy Rule() => Strategy.Rule()
        .Long(Expressions.Ema(3) > Expressions.Ema(8)).Short(Expressions.Ema(3) < Expressions.Ema(8))
        .Stop(new LevelRule(LevelUnit.Fraction, 0.004)).TakeProfit(new LevelRule(LevelUnit.Fraction, 0.01)).Build();

    public static SessionOptions Options(string? folder = null) => new()
    {
        Folder = folder,
        Name = "test",
        Feeds = [Feed],
        LeaseDuration = TimeSpan.FromSeconds(6),
        Terms = new BacktestOptions { Risk = new RiskPolicy { MaxDailyLoss = 0.03 } },
    };

    /// <summary>Opens, allows if nobody has, runs to the end.</summary>
    public static async Task<SessionResult> RunAsync(CandleSeries candles, SessionOptions options, IStrategy? strategy = null)
    {
        await using var session = Session.Open(strategy ?? Rule(), options);
        if (session.Summary.State == TradingState.Disabled)
            session.Allow("test", "It begins.");
        return await session.RunAsync(new ReplayedCandles([candles]));
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("tradebot-session-").FullName;
}
