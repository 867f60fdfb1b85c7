using System.Diagnostics;
using TradeBot.Indicators;
using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Benchmarks.Indicators;

/// <summary>Indicators over columns, beside plain loops and a copy of the same memory.</summary>
internal static class IndicatorBench
{
    private const int Count = 2_000_000;
    private const int Rounds = 30;
    private const int Period = 20;

    public static void Run(TextWriter output)
    {
        CandleSeries candles = Walk();
        double[] close = candles.Close.ToArray(), a = new double[Count], b = new double[Count], c = new double[Count];
        double copy = BytesPerSecond(2, () => close.CopyTo(a.AsSpan()));
        output.WriteLine(FormattableString.Invariant($"indicators, {Count:N0} values, period {Period}; a copy of memory moves {copy / 1e9:0.0} GB/s"));
        output.WriteLine("                      batch    share of    plain loop    streaming   streaming");
        output.WriteLine("                  million/s   bandwidth     million/s    million/s     / batch");

        Row("SMA", 2, () => Sma.Compute(close, Period, a), () => PlainLoops.Sma(close, Period, a), () => Stream(new Sma(Period), close, a));
        Row("EMA", 2, () => Ema.Compute(close, Period, a), () => PlainLoops.Ema(close, Period, a), () => Stream(new Ema(Period), close, a));
        Row("RSI", 2, () => Rsi.Compute(close, 14, a), () => PlainLoops.Rsi(close, 14, a), () => Stream(new Rsi(14), close, a));
        Row("ATR", 4, () => Atr.Compute(candles, 14, a), () => PlainLoops.Atr(candles, 14, a), () => StreamAtr(candles, a));
        Row("MACD", 4, () => Macd.Compute(close, 12, 26, 9, a, b, c), () => PlainLoops.Macd(close, a, b, c), () => StreamMacd(close, a, b, c));
        Row("Bollinger", 4, () => BollingerBands.Compute(close, Period, 2, a, b, c), () => PlainLoops.Bollinger(close, Period, a, b, c), () => StreamBands(close, a, b, c));
        Row("StdDev", 2, () => StandardDeviation.Compute(close, Period, a), () => PlainLoops.Deviation(close, Period, a), () => Stream(new StandardDeviation(Period), close, a));

        void Row(string name, int columns, Action batch, Action plain, Action streaming)
        {
            double[] best = Best(batch, plain, streaming);
            (double batchTime, double plainTime, double streamTime) = (best[0], best[1], best[2]);
            output.WriteLine(FormattableString.Invariant(
                $"  {name,-12} {Count / batchTime / 1e6,12:0}  {8.0 * columns * Count / batchTime / copy,10:0%}  {Count / plainTime / 1e6,12:0}  {Count / streamTime / 1e6,11:0}  {streamTime / batchTime,10:0.0}"));
        }
    }

    private static double BytesPerSecond(int columns, Action action) => 8.0 * columns * Count / Best(action)[0];

    /// <summary>Seconds of each action in its best round; rounds take turns, so that all see the same disturbances.</summary>
    private static double[] Best(params Action[] actions)
    {
        double[] best = [.. actions.Select(_ => double.PositiveInfinity)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                actions[i]();
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return best;
    }

    private static void Stream<T>(T indicator, double[] values, double[] destination)
        where T : struct, IIndicator<double, double>
    {
        for (int i = 0; i < values.Length; i++)
            destination[i] = indicator.Update(values[i]);
    }

    private static void StreamAtr(CandleSeries candles, double[] destination)
    {
        var atr = new Atr(14);
        ReadOnlySpan<double> high = candles.High, low = candles.Low, close = candles.Close;
        for (int i = 0; i < destination.Length; i++)
            destination[i] = atr.Update(high[i], low[i], close[i]);
    }

    private static void StreamMacd(double[] values, double[] a, double[] b, double[] c)
    {
        var macd = new Macd();
        for (int i = 0; i < values.Length; i++)
            (a[i], b[i], c[i]) = macd.Update(values[i]);
    }

    private static void StreamBands(double[] values, double[] a, double[] b, double[] c)
    {
        var bands = new BollingerBands(Period);
        for (int i = 0; i < values.Length; i++)
            (a[i], b[i], c[i]) = bands.Update(values[i]);
    }

    /// <summary>A random walk: what the time of a loop over prices can depend on is in it, and it is quick to make.</summary>
    private static CandleSeries Walk()
    {
        var random = new Random(1);
        double[] open = new double[Count], high = new double[Count], low = new double[Count], close = new double[Count];
        double price = 100;
        for (int i = 0; i < Count; i++)
        {
            open[i] = price;
            price *= 1 + 0.002 * (random.NextDouble() - 0.5);
            close[i] = price;
            high[i] = Math.Max(open[i], price) * (1 + 0.0005 * random.NextDouble());
            low[i] = Math.Min(open[i], price) * (1 - 0.0005 * random.NextDouble());
        }

        long[] times = [.. Enumerable.Range(0, Count).Select(i => 60_000L * i)];
        return new CandleSeries("WALK", Timeframe.OneMinute, times, open, high, low, close, close);
    }
}
