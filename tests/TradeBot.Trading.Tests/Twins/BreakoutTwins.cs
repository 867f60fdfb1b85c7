using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies that buy beyond a past range.</summary>
internal static class BreakoutTwins
{
    public static IEnumerable<Twin> All =>
    [
        Twin.Of(typeof(DonchianBreakout), DonchianBreakout.Rule(), c => Donchian(c, 20)),
        Twin.Of(typeof(DonchianBreakout), DonchianBreakout.Rule(55), c => Donchian(c, 55)),
        Twin.Of(typeof(TurtleBreakout), TurtleBreakout.Rule(), c => Turtle(c, 20, 10, 20, 2)),
        Twin.Of(typeof(TurtleBreakout), TurtleBreakout.Rule(10, 5, 14, 1), c => Turtle(c, 10, 5, 14, 1)),
        Twin.Of(typeof(OpeningRangeBreakout), OpeningRangeBreakout.Rule(), c => OpeningRange(c, 0, 60, 23 * 60, allowShort: false)),
        Twin.Of(
            typeof(OpeningRangeBreakout), OpeningRangeBreakout.Rule(new TimeOnly(13, 30), 120, new TimeOnly(20, 0), allowShort: true),
            c => OpeningRange(c, (13 * 60) + 30, 120, 20 * 60, allowShort: true)),
    ];

    private static PlainRule Donchian(PlainCandles c, int period)
    {
        double[] upper = Textbook.Highest(c.High, period), lower = Textbook.Lowest(c.Low, period);
        bool[] breaksUp = c.WhereAfterFirst(i => c.Close[i] > upper[i - 1]), breaksDown = c.WhereAfterFirst(i => c.Close[i] < lower[i - 1]);
        return new PlainRule(breaksUp, breaksDown) { Short = breaksDown, ExitShort = breaksUp };
    }

    private static PlainRule Turtle(PlainCandles c, int entry, int exit, int range, double stop)
    {
        double[] upper = Textbook.Highest(c.High, entry), lower = Textbook.Lowest(c.Low, exit), unit = Textbook.AverageTrueRange(c, range);
        bool[] breakout = c.WhereAfterFirst(i => c.Close[i] > upper[i - 1]);
        bool[] grows = new bool[c.Count];
        double last = double.NaN;
        for (int i = 0; i < c.Count; i++)
        {
            grows[i] = c.Close[i] > last + (0.5 * unit[i]);
            if (breakout[i])
                last = c.Close[i];
        }

        return new PlainRule(breakout, c.WhereAfterFirst(i => c.Close[i] < lower[i - 1]))
        {
            Size = 0.25, Grow = grows, Times = 3, Stop = [.. unit.Select(u => stop * u)],
        };
    }

    /// <summary>Times in minutes since midnight; the range of a session holds until the next begins, a day later.</summary>
    private static PlainRule OpeningRange(PlainCandles c, int start, int minutes, int end, bool allowShort)
    {
        double[] high = new double[c.Count], low = new double[c.Count];
        double highest = double.NaN, lowest = double.NaN;
        long session = long.MinValue;
        for (int i = 0; i < c.Count; i++)
        {
            long began = ((c.OpenTime[i] / 60_000) - start) / 1440;
            if (began != session)
                (session, highest, lowest) = (began, double.NaN, double.NaN);
            long from = ((began * 1440) + start) * 60_000, to = from + (minutes * 60_000);
            if (c.OpenTime[i] < to)
                (highest, lowest) = (double.IsNaN(highest) ? c.High[i] : Math.Max(highest, c.High[i]), double.IsNaN(lowest) ? c.Low[i] : Math.Min(lowest, c.Low[i]));
            (high[i], low[i]) = c.CloseTime[i] >= to ? (highest, lowest) : (double.NaN, double.NaN);
        }

        bool[] isOpen = c.Where(i => c.MinuteOfDay(i) >= start && c.MinuteOfDay(i) < end), isShut = c.Where(i => !isOpen[i]);
        return new PlainRule(c.WhereAfterFirst(i => isOpen[i] && c.Close[i] > high[i] && c.Close[i - 1] <= high[i - 1]), isShut)
        {
            Short = allowShort ? c.WhereAfterFirst(i => isOpen[i] && c.Close[i] < low[i] && c.Close[i - 1] >= low[i - 1]) : null,
            ExitShort = isShut,
            Stop = [.. high.Select((h, i) => h - low[i])],
        };
    }
}
