using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Evaluates expressions over past candles, to inspect or chart them.</summary>
public static class ExpressionColumn
{
    /// <summary>Evaluates a series over past candles.</summary>
    /// <param name="series">The series to evaluate.</param>
    /// <param name="candles">The candles to evaluate it on.</param>
    /// <param name="others">Candles of other symbols or timeframes that it uses.</param>
    /// <returns>One value per candle; NaN where unknown.</returns>
    /// <exception cref="StrategyException">The expression has faults; all are listed.</exception>
    /// <exception cref="ArgumentException">It uses candles that were not provided.</exception>
    public static double[] Over(this Series series, CandleSeries candles, params CandleSeries[] others)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(candles);
        return Of(series, [candles, .. others]);
    }

    /// <summary>Evaluates a condition over past candles.</summary>
    /// <param name="condition">The condition to evaluate.</param>
    /// <param name="candles">The candles to evaluate it on.</param>
    /// <param name="others">Candles of other symbols or timeframes that it uses.</param>
    /// <returns>One value per candle; null where unknown.</returns>
    /// <exception cref="StrategyException">The condition has faults; all are listed.</exception>
    /// <exception cref="ArgumentException">It uses candles that were not provided.</exception>
    public static bool?[] Over(this Condition condition, CandleSeries candles, params CandleSeries[] others)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(candles);
        return [.. Of(condition, [candles, .. others]).Select(x => double.IsNaN(x) ? null : (bool?)(x == 1))];
    }

    internal static double[] Of(Expression expression, IReadOnlyList<CandleSeries> series)
    {
        StrategyFault[] faults = [.. ExpressionCheck.Faults(expression).Select(f => new StrategyFault($"'{f.Part}'", f.Message))];
        if (faults.Length > 0)
            throw new StrategyException($"The expression '{expression}'", faults);

        CandleFeed[] names = [.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))];
        var feeds = new SessionFeeds(names);
        FeedState own = feeds.Get(names[0]);
        Node node = new ExpressionCompiler(feeds).Compile(expression, own);
        feeds.Seal();

        double[] column = new double[series[0].Count];
        int[] next = new int[series.Count];
        for (int i = 0; i < column.Length; i++)
        {
            DateTime now = series[0].CloseTimeAt(i);
            for (int feed = series.Count - 1; feed >= 0; feed--)
            {
                while (next[feed] < series[feed].Count && series[feed].CloseTimeAt(next[feed]) <= now)
                    feeds.OnCandle(feed, series[feed][next[feed]++]);
            }

            feeds.StepMixed();
            feeds.EndMoment();
            column[i] = node.Value;
        }

        return column;
    }
}
