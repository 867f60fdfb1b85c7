using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>An expression computed over past candles, one value per candle.</summary>
internal static class ExpressionColumn
{
    public static double[] Of(Expression expression, IReadOnlyList<CandleSeries> series)
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
