using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies of the relative strength index.</summary>
internal static class OscillatorTwins
{
    public static IEnumerable<Twin> All =>
    [
        Twin.Of(typeof(RsiReversion), RsiReversion.Rule(), c => Reversion(c, 14, 30, 70)),
        Twin.Of(typeof(RsiReversion), RsiReversion.Rule(7, 25, 60), c => Reversion(c, 7, 25, 60)),
        Twin.Of(typeof(ConnorsRsiPullback), ConnorsRsiPullback.Rule(), c => Pullback(c, 2, 5, 200, 5)),
        Twin.Of(typeof(ConnorsRsiPullback), ConnorsRsiPullback.Rule(3, 20, 50, 8), c => Pullback(c, 3, 20, 50, 8)),
    ];

    private static double[] Strength(double[] close, int period)
    {
        double[] gains = Textbook.Wilder(Textbook.Changes(close, (now, before) => Math.Max(0, now - before)), period);
        double[] losses = Textbook.Wilder(Textbook.Changes(close, (now, before) => Math.Max(0, before - now)), period);
        return [.. gains.Select((gain, i) => gain == 0 && losses[i] == 0 ? 50 : 100 - (100 / (1 + (gain / losses[i]))))];
    }

    private static PlainRule Reversion(PlainCandles c, int period, double oversold, double overbought)
    {
        double[] rsi = Strength(c.Close, period);
        return new PlainRule(c.WhereAfterFirst(i => rsi[i] > oversold && rsi[i - 1] <= oversold), c.Where(i => rsi[i] > overbought));
    }

    private static PlainRule Pullback(PlainCandles c, int period, double oversold, int trend, int exit)
    {
        double[] rsi = Strength(c.Close, period), slow = Textbook.Mean(c.Close, trend), fast = Textbook.Mean(c.Close, exit);
        return new PlainRule(c.Where(i => rsi[i] < oversold && c.Close[i] > slow[i]), c.Where(i => c.Close[i] > fast[i]));
    }
}
