using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies of bands around an average.</summary>
internal static class BandTwins
{
    public static IEnumerable<Twin> All =>
    [
        Twin.Of(typeof(BollingerBreakout), BollingerBreakout.Rule(), c => Breakout(c, 20, 2, allowShort: false)),
        Twin.Of(typeof(BollingerBreakout), BollingerBreakout.Rule(30, 1.5, allowShort: true), c => Breakout(c, 30, 1.5, allowShort: true)),
        Twin.Of(typeof(BollingerReversion), BollingerReversion.Rule(), c => Reversion(c, 20, 2, allowShort: false)),
        Twin.Of(typeof(BollingerReversion), BollingerReversion.Rule(30, 1.5, allowShort: true), c => Reversion(c, 30, 1.5, allowShort: true)),
        Twin.Of(typeof(KeltnerSqueeze), KeltnerSqueeze.Rule(), c => Squeeze(c, 20, 2, 1.5, allowShort: false)),
        Twin.Of(typeof(KeltnerSqueeze), KeltnerSqueeze.Rule(12, 1.8, 1.4, allowShort: true), c => Squeeze(c, 12, 1.8, 1.4, allowShort: true)),
    ];

    private static (double[] Lower, double[] Middle, double[] Upper) Bands(PlainCandles c, int period, double deviations)
    {
        double[] middle = Textbook.Mean(c.Close, period), deviation = Textbook.Deviation(c.Close, period);
        return ([.. middle.Select((m, i) => m - (deviations * deviation[i]))], middle, [.. middle.Select((m, i) => m + (deviations * deviation[i]))]);
    }

    private static PlainRule Breakout(PlainCandles c, int period, double deviations, bool allowShort)
    {
        (double[] lower, double[] middle, double[] upper) = Bands(c, period, deviations);
        return new PlainRule(c.Where(i => c.Close[i] > upper[i]), c.Where(i => c.Close[i] < middle[i]))
        {
            Short = allowShort ? c.Where(i => c.Close[i] < lower[i]) : null,
            ExitShort = c.Where(i => c.Close[i] > middle[i]),
        };
    }

    private static PlainRule Reversion(PlainCandles c, int period, double deviations, bool allowShort)
    {
        (double[] lower, double[] middle, double[] upper) = Bands(c, period, deviations);
        bool[] rises = c.WhereAfterFirst(i => c.Close[i] > lower[i] && c.Close[i - 1] <= lower[i - 1]);
        return new PlainRule(rises, c.Where(i => c.Close[i] >= middle[i]))
        {
            Short = allowShort ? c.WhereAfterFirst(i => c.Close[i] < upper[i] && c.Close[i - 1] >= upper[i - 1]) : null,
            ExitShort = c.Where(i => c.Close[i] <= middle[i]),
        };
    }

    private static PlainRule Squeeze(PlainCandles c, int period, double deviations, double ranges, bool allowShort)
    {
        double[] mean = Textbook.Mean(c.Close, period), deviation = Textbook.Deviation(c.Close, period), range = Textbook.Mean(Textbook.TrueRange(c), period);
        double[] gap = [.. mean.Select((_, i) => (deviations * deviation[i]) - (ranges * range[i]))];
        bool[] released = c.WhereAfterFirst(i => gap[i] >= 0 && gap[i - 1] < 0);
        bool[] rises = c.Where(i => c.Close[i] > mean[i]), falls = c.Where(i => c.Close[i] < mean[i]);
        return new PlainRule(c.Where(i => released[i] && rises[i]), falls)
        {
            Short = allowShort ? c.Where(i => released[i] && falls[i]) : null,
            ExitShort = rises,
        };
    }
}
