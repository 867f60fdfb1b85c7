using TradeBot.MarketData;

namespace TradeBot.Strategies.Tests;

/// <summary>Runs strategies on candles made by hand.</summary>
internal static class Play
{
    public static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); // a Monday

    /// <summary>Candles whose four prices are the close.</summary>
    public static CandleSeries Closes(params double[] closes) => Series("TEST", Timeframe.OneMinute, closes);

    public static CandleSeries Series(string symbol, Timeframe timeframe, params double[] closes) =>
        Series(symbol, timeframe, [.. closes.Select(c => (c, c, c, c, 1.0))]);

    public static CandleSeries Series(string symbol, Timeframe timeframe, (double Open, double High, double Low, double Close, double Volume)[] candles, DateTime? start = null)
    {
        long[] times = new long[candles.Length];
        for (int i = 0; i < times.Length; i++)
            times[i] = i == 0 ? UnixTime.FromDateTime(start ?? Start) : timeframe.NextOpen(times[i - 1]);
        return new CandleSeries(
            symbol, timeframe, times, candles.Select(c => c.Open).ToArray(), candles.Select(c => c.High).ToArray(),
            candles.Select(c => c.Low).ToArray(), candles.Select(c => c.Close).ToArray(), candles.Select(c => c.Volume).ToArray());
    }

    /// <summary>The target of the first symbol after each candle of one feed.</summary>
    public static double[] Targets(IStrategy strategy, params double[] closes) => Targets(strategy, Closes(closes));

    public static double[] Targets(IStrategy strategy, CandleSeries candles) =>
        [.. Run(strategy, [candles]).Select(step => step.Targets[0])];

    /// <summary>Time and targets after each moment at which a candle of any feed closes.</summary>
    public static List<(DateTime Time, double[] Targets)> Run(IStrategy strategy, IReadOnlyList<CandleSeries> series, Action<DateTime, DrivenTargets>? after = null)
    {
        IStrategySession session = strategy.Start([.. series.Select(s => new CandleFeed(s.Symbol, s.Timeframe))]);
        var targets = new DrivenTargets(series.Select(s => s.Symbol).Distinct());
        var events = series.SelectMany((s, feed) => Enumerable.Range(0, s.Count).Select(i => (Time: s.CloseTimeAt(i), Feed: feed, Candle: s[i])));
        List<(DateTime, double[])> steps = [];
        foreach (var moment in events.GroupBy(e => e.Time).OrderBy(g => g.Key))
        {
            foreach (var e in moment.OrderBy(e => e.Feed))
                session.OnCandle(e.Feed, e.Candle);
            session.Decide(targets);
            after?.Invoke(moment.Key, targets);
            steps.Add((moment.Key, [.. Enumerable.Range(0, targets.Count).Select(i => targets[i])]));
        }

        return steps;
    }

    /// <summary>The answers of a condition at each candle: true, false or null for unknown.</summary>
    public static bool?[] Ask(Condition condition, CandleSeries candles) => condition.Over(candles);
}
