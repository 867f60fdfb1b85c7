using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies over several symbols.</summary>
internal static class PortfolioTwins
{
    /// <param name="symbols">Of the run, in its order.</param>
    /// <param name="timeframe">Of its candles.</param>
    public static IEnumerable<Twin> All(IReadOnlyList<string> symbols, Timeframe timeframe) =>
    [
        new(typeof(CrossSectionalMomentum), CrossSectionalMomentum.Rule(), series => Strongest(series, 30, 7)) { Symbols = 3 },
        new(typeof(CrossSectionalMomentum), CrossSectionalMomentum.Rule(10, every: 3), series => Strongest(series, 10, 3)) { Symbols = 3 },
        new(typeof(PairsZScore), PairsZScore.Rule(symbols[0], symbols[1], timeframe), series => Pair(series, 60, 2, 0.5)) { Symbols = 2 },
        new(typeof(PairsZScore), PairsZScore.Rule(symbols[0], symbols[1], timeframe, 20, 1.5, 0), series => Pair(series, 20, 1.5, 0)) { Symbols = 2 },
    ];

    /// <summary>All equity on the symbol that rose most; on the first of them when several did.</summary>
    private static PlainDecision Strongest(PlainCandles[] series, int lookback, int every) => (i, broker) =>
    {
        if (i % every != 0 || i < lookback)
            return;
        double[] returns = [.. series.Select(c => c.Close[i] / c.Close[i - lookback])];
        for (int s = 0; s < series.Length; s++)
            broker.Target[s] = s == Array.IndexOf(returns, returns.Max()) ? 1 : 0;
    };

    private static PlainDecision Pair(PlainCandles[] series, int window, double entry, double exit)
    {
        PlainCandles c = series[0];
        double[] ratio = [.. c.Close.Select((close, i) => Math.Log(close / series[1].Close[i]))];
        double[] mean = Textbook.Mean(ratio, window), deviation = Textbook.Deviation(ratio, window);
        double Score(int i) => (ratio[i] - mean[i]) / deviation[i];
        var rule = new PlainRule(c.Where(i => Score(i) < -entry), c.Where(i => Score(i) > -exit))
        {
            Short = c.Where(i => Score(i) > entry), ExitShort = c.Where(i => Score(i) < exit), Size = 0.5,
        };
        return (i, broker) =>
        {
            rule.Decide(i, broker);
            broker.Target[1] = -broker.Target[0];
        };
    }
}
