using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies that follow a trend by lines that move with the price.</summary>
internal static class TrendTwins
{
    public static IEnumerable<Twin> All =>
    [
        Twin.Of(typeof(DirectionalMovement), DirectionalMovement.Rule(), c => Directional(c, 14, 25)),
        Twin.Of(typeof(DirectionalMovement), DirectionalMovement.Rule(7, 40), c => Directional(c, 7, 40)),
        Twin.Of(typeof(IchimokuCloud), IchimokuCloud.Rule(), c => Cloud(c, 9, 26, 52, 26, allowShort: false)),
        Twin.Of(typeof(IchimokuCloud), IchimokuCloud.Rule(5, 13, 26, 13, allowShort: true), c => Cloud(c, 5, 13, 26, 13, allowShort: true)),
        Twin.Of(typeof(ParabolicReversal), ParabolicReversal.Rule(), c => Parabolic(c, 0.02, 0.2)),
        Twin.Of(typeof(ParabolicReversal), ParabolicReversal.Rule(0.01, 0.1), c => Parabolic(c, 0.01, 0.1)),
        Twin.Of(typeof(SupertrendFollow), SupertrendFollow.Rule(), c => Supertrend(c, 10, 3, allowShort: false)),
        Twin.Of(typeof(SupertrendFollow), SupertrendFollow.Rule(14, 2, allowShort: true), c => Supertrend(c, 14, 2, allowShort: true)),
    ];

    private static PlainRule Directional(PlainCandles c, int period, double threshold)
    {
        double[] up = new double[c.Count], down = new double[c.Count];
        up[0] = down[0] = double.NaN;
        for (int i = 1; i < c.Count; i++)
        {
            double rise = c.High[i] - c.High[i - 1], fall = c.Low[i - 1] - c.Low[i];
            up[i] = rise > fall && rise > 0 ? rise : 0;
            down[i] = fall > rise && fall > 0 ? fall : 0;
        }

        double[] range = Textbook.AverageTrueRange(c, period), plus = Textbook.Wilder(up, period), minus = Textbook.Wilder(down, period);
        for (int i = 0; i < c.Count; i++)
            (plus[i], minus[i]) = (100 * plus[i] / range[i], 100 * minus[i] / range[i]);
        double[] adx = Textbook.Wilder([.. plus.Select((p, i) => p + minus[i] == 0 ? 0 : 100 * Math.Abs(p - minus[i]) / (p + minus[i]))], period);
        bool[] above = c.Where(i => plus[i] > minus[i]), below = c.Where(i => plus[i] < minus[i]);
        return new PlainRule(c.Where(i => above[i] && adx[i] >= threshold), below)
        {
            Short = c.Where(i => below[i] && adx[i] >= threshold),
            ExitShort = above,
        };
    }

    private static PlainRule Cloud(PlainCandles c, int conversion, int baseline, int span, int displacement, bool allowShort)
    {
        double[] tenkan = Middle(c, conversion), kijun = Middle(c, baseline), senkou = Middle(c, span);
        double LeadingA(int i) => (tenkan[i - displacement] + kijun[i - displacement]) / 2;
        double Top(int i) => Math.Max(LeadingA(i), senkou[i - displacement]);
        double Bottom(int i) => Math.Min(LeadingA(i), senkou[i - displacement]);
        bool[] Known(Func<int, bool> condition) => c.Where(i => i >= span + displacement - 1 && condition(i));
        return new PlainRule(Known(i => c.Close[i] > Top(i) && tenkan[i] > kijun[i]), Known(i => c.Close[i] < Bottom(i)))
        {
            Short = allowShort ? Known(i => c.Close[i] < Bottom(i) && tenkan[i] < kijun[i]) : null,
            ExitShort = Known(i => c.Close[i] > Top(i)),
        };
    }

    private static double[] Middle(PlainCandles c, int period)
    {
        double[] high = Textbook.Highest(c.High, period), low = Textbook.Lowest(c.Low, period);
        return [.. high.Select((h, i) => (h + low[i]) / 2)];
    }

    private static PlainRule Parabolic(PlainCandles c, double step, double limit)
    {
        bool[] rises = new bool[c.Count];
        bool rising = c.High[1] + c.Low[1] >= c.High[0] + c.Low[0];
        double stop = rising ? c.Low[0] : c.High[0], extreme = rising ? c.High[0] : c.Low[0], factor = step;
        for (int i = 1; i < c.Count; i++)
        {
            int before = Math.Max(0, i - 2);
            stop += factor * (extreme - stop);
            stop = rising ? Math.Min(stop, Math.Min(c.Low[i - 1], c.Low[before])) : Math.Max(stop, Math.Max(c.High[i - 1], c.High[before]));
            if (rising ? c.Low[i] <= stop : c.High[i] >= stop)
            {
                rising = !rising;
                (stop, extreme, factor) = (extreme, rising ? c.High[i] : c.Low[i], step);
            }
            else if (rising ? c.High[i] > extreme : c.Low[i] < extreme)
            {
                (extreme, factor) = (rising ? c.High[i] : c.Low[i], Math.Min(factor + step, limit));
            }

            rises[i] = rising;
        }

        bool[] falls = c.WhereAfterFirst(i => !rises[i]);
        return new PlainRule(rises, falls) { Short = falls, ExitShort = rises };
    }

    private static PlainRule Supertrend(PlainCandles c, int period, double multiple, bool allowShort)
    {
        double[] range = Textbook.AverageTrueRange(c, period);
        bool[] rises = new bool[c.Count];
        double upper = 0, lower = 0;
        for (int i = period; i < c.Count; i++)
        {
            double middle = (c.High[i] + c.Low[i]) / 2, above = middle + (multiple * range[i]), below = middle - (multiple * range[i]);
            bool wasRising = i == period ? c.Close[i] >= middle : rises[i - 1];
            if (i == period || above < upper || c.Close[i - 1] > upper)
                upper = above;
            if (i == period || below > lower || c.Close[i - 1] < lower)
                lower = below;
            rises[i] = c.Close[i] > (wasRising ? lower : upper);
        }

        bool[] falls = c.Where(i => i >= period && !rises[i]);
        return new PlainRule(rises, falls) { Short = allowShort ? falls : null, ExitShort = rises };
    }
}
