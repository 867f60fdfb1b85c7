using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.MarketData;

/// <summary>The whole validation of a year of one-minute candles, beside a plain loop that checks order and prices.</summary>
internal static class ValidationBench
{
    public static void Run(TextWriter output)
    {
        CandleSeries candles = Year(out string source);

        int found = 0;
        TimeSpan validation = Stopwatches.Median(() => found += candles.Validate().Defects.Count);
        TimeSpan loop = Stopwatches.Median(() => found += PlainLoop(candles));
        TimeSpan hours = Stopwatches.Median(() => found += candles.Resample(Timeframe.OneHour).Count);

        output.WriteLine(FormattableString.Invariant($"validation, {candles.Count:N0} rows of {source}"));
        Print("whole validation", validation);
        Print("resampling to 1h", hours);
        Print("plain loop, order and prices", loop);
        output.WriteLine(FormattableString.Invariant($"  validation / plain loop       {validation / loop,8:0.0} x"));
        if (found == 0)
            throw new InvalidOperationException("Neither found anything: the year has gaps and hours.");

        void Print(string what, TimeSpan time) => output.WriteLine(FormattableString.Invariant(
            $"  {what,-29} {time.TotalMilliseconds,8:0.00} ms  {candles.Count / time.TotalSeconds / 1e6,7:0.0} million rows/s"));
    }

    /// <summary>The least that such a check can do: one comparison per column and row, no outliers, no report.</summary>
    private static int PlainLoop(CandleSeries candles)
    {
        ReadOnlySpan<long> times = candles.OpenTimes;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close, volume = candles.Volume;
        int defects = 0;
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] - times[i - 1] != UnixTime.MillisecondsPerMinute || !(low[i] > 0) || !(high[i] >= open[i]) || !(high[i] >= close[i])
                || !(low[i] <= open[i]) || !(low[i] <= close[i]) || !(volume[i] > 0))
                defects++;
        }

        return defects;
    }

    private static CandleSeries Year(out string source)
    {
        string real = Repository.PathOf("..", "shared", "data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        if (File.Exists(real))
        {
            source = "BTCUSDT 1m, 2023";
            return CandleCsv.Read(real);
        }

        source = "generated 1m";
        return MarketGenerator.Single(525_600, seed: 1);
    }
}
