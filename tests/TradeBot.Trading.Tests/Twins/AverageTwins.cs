using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies that compare averages, and holding.</summary>
internal static class AverageTwins
{
    public static IEnumerable<Twin> All =>
    [
        new(typeof(BuyAndHold), new BuyAndHold(), _ => (_, broker) => broker.Target[0] = 1),
        Twin.Of(typeof(SmaCross), new SmaCross(10, 30), c => Cross(c, Textbook.Mean(c.Close, 10), Textbook.Mean(c.Close, 30), allowShort: false)),
        Twin.Of(typeof(SmaCross), new SmaCross(5, 50, allowShort: true), c => Cross(c, Textbook.Mean(c.Close, 5), Textbook.Mean(c.Close, 50), allowShort: true)),
        Twin.Of(typeof(EmaCross), EmaCross.Rule(), c => Cross(c, Textbook.Exponential(c.Close, 12), Textbook.Exponential(c.Close, 26), allowShort: false)),
        Twin.Of(typeof(EmaCross), EmaCross.Rule(5, 40, allowShort: true), c => Cross(c, Textbook.Exponential(c.Close, 5), Textbook.Exponential(c.Close, 40), allowShort: true)),
        Twin.Of(typeof(MacdCross), MacdCross.Rule(), c => Macd(c, 12, 26, 9, allowShort: false)),
        Twin.Of(typeof(MacdCross), MacdCross.Rule(5, 20, 5, allowShort: true), c => Macd(c, 5, 20, 5, allowShort: true)),
    ];

    private static PlainRule Cross(PlainCandles c, double[] fast, double[] slow, bool allowShort)
    {
        bool[] above = c.Where(i => fast[i] > slow[i]), below = c.Where(i => fast[i] < slow[i]);
        return allowShort ? new PlainRule(above, below) { Short = below, ExitShort = above } : new PlainRule(above, below);
    }

    private static PlainRule Macd(PlainCandles c, int fast, int slow, int signal, bool allowShort)
    {
        double[] quick = Textbook.Exponential(c.Close, fast), steady = Textbook.Exponential(c.Close, slow);
        double[] line = [.. quick.Select((value, i) => value - steady[i])], average = Textbook.Exponential(line, signal);
        bool[] up = c.WhereAfterFirst(i => line[i] > average[i] && line[i - 1] <= average[i - 1]);
        bool[] down = c.WhereAfterFirst(i => line[i] < average[i] && line[i - 1] >= average[i - 1]);
        return allowShort ? new PlainRule(up, down) { Short = down, ExitShort = up } : new PlainRule(up, down);
    }
}
