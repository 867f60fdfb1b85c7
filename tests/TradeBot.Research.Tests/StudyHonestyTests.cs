using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;
using Xunit.Abstractions;

namespace TradeBot.Research.Tests;

/// <summary>Whether a study tells luck from an edge, over 200 markets of each kind.</summary>
public class StudyHonestyTests(ITestOutputHelper output)
{
    private const int Markets = 200, Days = 400;

    private static readonly BacktestOptions Free = new() { Fees = Fees.None, Slippage = Slippage.None };

    [Fact]
    public void On_pure_noise_the_winner_is_called_luck()
    {
        StudyVerdict[] verdicts = Judge(trend: 0);
        int luck = verdicts.Count(v => v.Assessment == Assessment.Luck), unlikely = verdicts.Count(v => v.Assessment == Assessment.UnlikelyLuck);
        output.WriteLine($"noise: luck {luck}, unlikely luck {unlikely} of {Markets}");

        Assert.All(verdicts.Where(v => v.Assessment == Assessment.Luck), v => Assert.Contains("indistinguishable from luck", v.Sentence, StringComparison.Ordinal));
        Assert.InRange(luck, 0.95 * Markets, Markets);
        Assert.InRange(unlikely, 0, 0.05 * Markets); // it claims at most 5 in a hundred
    }

    [Fact]
    public void A_planted_edge_is_found()
    {
        StudyVerdict[] verdicts = Judge(trend: 0.6);
        int unlikely = verdicts.Count(v => v.Assessment == Assessment.UnlikelyLuck);
        output.WriteLine($"planted: unlikely luck {unlikely}, luck {verdicts.Count(v => v.Assessment == Assessment.Luck)} of {Markets}");

        Assert.InRange(unlikely, 0.9 * Markets, Markets);
    }

    private static StudyVerdict[] Judge(double trend) => [.. Enumerable.Range(0, Markets).Select(seed => Study.Named("sma cross", seed)
        .Int("fast", 1..4).Int("slow", 3..12, step: 3).Where(p => p["fast"] < p["slow"])
        .Maximize(r => r.Sharpe)
        .Sweep(Walk(seed, trend), p => new SmaCross(p["fast"], p["slow"]), Free)
        .Verdict())];

    /// <summary>Daily candles whose returns carry on a share of the day before: 0 is a random walk.</summary>
    private static CandleSeries Walk(int seed, double trend)
    {
        var random = new Random(seed);
        long day = Timeframe.OneDay.NextOpen(0);
        long[] times = new long[Days];
        double[] open = new double[Days], high = new double[Days], low = new double[Days], close = new double[Days], volume = new double[Days];
        double price = 100, move = 0;
        for (int i = 0; i < Days; i++)
        {
            double chance = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            move = trend * move + 0.02 * chance;
            (times[i], open[i], volume[i]) = (i * day, price, 1);
            price *= Math.Exp(move);
            (close[i], high[i], low[i]) = (price, Math.Max(open[i], price), Math.Min(open[i], price));
        }

        return new CandleSeries("WALK", Timeframe.OneDay, times, open, high, low, close, volume);
    }
}
