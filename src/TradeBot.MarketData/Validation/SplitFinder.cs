namespace TradeBot.MarketData;

/// <summary>Finds possible splits: prices open near a simple fraction or multiple of the previous close and stay there.</summary>
/// <remarks>
/// A market that trades around the clock opens where it closed, however far it moves within a candle; a split shows between
/// two candles. Gaps from a night to ten days count, because stocks split while their market is closed.
/// </remarks>
internal static class SplitFinder
{
    private const double SmallestJump = 0.3; // in logarithms: a third up or a quarter down
    private const double Tolerance = 0.06; // the market's own move meanwhile
    private const double NarrowTolerance = 0.02; // for 3:2, because news can also move a price by about that much
    private const double Usual = 8; // times the usual distance between a close and the next open
    private const int Level = 5; // closes on each side that show where the price stays
    private const double MostOften = 0.02; // fraction of all rows; more jumps are normal for the market
    private static readonly TimeSpan ShortestClosure = TimeSpan.FromHours(6), LongestClosure = TimeSpan.FromDays(10);

    private static readonly (int New, int Old)[] Ratios =
    [
        (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (10, 1), (15, 1), (20, 1), (25, 1), (30, 1), (40, 1), (50, 1), (100, 1), (3, 2),
    ];

    public static void Find(RowColumns rows, List<CandleDefect> defects)
    {
        List<CandleDefect> found = [];
        double usual = -1;
        for (int i = 1; i < rows.Count; i++)
        {
            double jump = Jump(rows, i);
            if (!(Math.Abs(jump) >= SmallestJump) || !MaySplit(rows, i))
                continue;

            usual = usual < 0 ? UsualJump(rows) : usual;
            if (Math.Abs(jump) > Usual * usual && Stays(rows, i, jump) && RatioOf(jump) is { } ratio)
                found.Add(Describe(rows, i, ratio, jump < 0));
        }

        if (found.Count <= Math.Max(1, MostOften * rows.Count))
            defects.AddRange(found);
    }

    private static double Jump(RowColumns rows, int i) =>
        rows.OpenTimes[i] > rows.OpenTimes[i - 1] && rows.Open[i] > 0 && rows.Close[i - 1] > 0 ? Math.Log(rows.Open[i] / rows.Close[i - 1]) : double.NaN;

    private static bool MaySplit(RowColumns rows, int i)
    {
        long closed = rows.OpenTimes[i] - rows.Timeframe.NextOpen(rows.OpenTimes[i - 1]);
        return closed <= 0 || (closed >= ShortestClosure.TotalMilliseconds && closed <= LongestClosure.TotalMilliseconds);
    }

    private static double UsualJump(RowColumns rows)
    {
        double[] jumps = new double[rows.Count];
        int count = 0;
        for (int i = 1; i < rows.Count; i++)
        {
            if (Math.Abs(Jump(rows, i)) is var jump && double.IsFinite(jump))
                jumps[count++] = jump;
        }

        return count == 0 ? 0 : Selection.LowerMedian(jumps.AsSpan(0, count), new double[count]);
    }

    // A bad print reverts within a few candles, mixed rows of two markets immediately.
    private static bool Stays(RowColumns rows, int i, double jump)
    {
        double before = Median(rows, Math.Max(0, i - Level), i), after = Median(rows, i, Math.Min(rows.Count, i + Level));
        return Math.Abs(Math.Log(after / before) - jump) < Math.Abs(jump) / 2 && Math.Abs(Math.Log(rows.Close[i] / rows.Close[i - 1]) - jump) < Math.Abs(jump) / 2;
    }

    private static double Median(RowColumns rows, int start, int end)
    {
        double[] closes = rows.Close[start..end].ToArray();
        Array.Sort(closes);
        return closes[closes.Length / 2];
    }

    private static (int New, int Old)? RatioOf(double jump)
    {
        (int New, int Old) nearest = Ratios.MinBy(ratio => Distance(jump, ratio));
        return Distance(jump, nearest) <= (nearest.Old == 1 ? Tolerance : NarrowTolerance) ? nearest : null;
    }

    private static double Distance(double jump, (int New, int Old) ratio) => Math.Abs(Math.Abs(jump) - Math.Log((double)ratio.New / ratio.Old));

    private static CandleDefect Describe(RowColumns rows, int i, (int New, int Old) ratio, bool isForward)
    {
        DateTime time = UnixTime.ToDateTime(rows.OpenTimes[i]);
        (int issued, int held) = isForward ? ratio : (ratio.Old, ratio.New);
        return new CandleDefect(
            rows.Symbol, rows.Timeframe, DefectKind.Split, DefectSeverity.Warning, time, UnixTime.ToDateTime(rows.Timeframe.NextOpen(rows.OpenTimes[i])), 1,
            FormattableString.Invariant($"A split of {issued}:{held} on {time:yyyy-MM-dd}? The close before is {rows.Close[i - 1]}, the open {rows.Open[i]}."));
    }
}
