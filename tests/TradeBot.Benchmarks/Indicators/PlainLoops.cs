using TradeBot.MarketData;

namespace TradeBot.Benchmarks.Indicators;

/// <summary>What one would write in place of a library: running sums without care for drift, no warm-up, no NaN.</summary>
internal static class PlainLoops
{
    public static void Sma(double[] x, int n, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] - (i >= n ? x[i - n] : 0);
            y[i] = sum / n;
        }
    }

    public static void Ema(double[] x, int n, double[] y)
    {
        double average = x[0], weight = 2.0 / (n + 1);
        for (int i = 0; i < x.Length; i++)
            y[i] = average += weight * (x[i] - average);
    }

    public static void Rsi(double[] x, int n, double[] y)
    {
        double up = 0, down = 0, share = 1.0 / n;
        for (int i = 1; i < x.Length; i++)
        {
            double change = x[i] - x[i - 1];
            up += share * (Math.Max(change, 0) - up);
            down += share * (Math.Max(-change, 0) - down);
            y[i] = 100 * up / (up + down);
        }
    }

    public static void Atr(CandleSeries candles, int n, double[] y)
    {
        ReadOnlySpan<double> high = candles.High, low = candles.Low, close = candles.Close;
        double average = 0, share = 1.0 / n;
        for (int i = 1; i < y.Length; i++)
        {
            double range = Math.Max(high[i], close[i - 1]) - Math.Min(low[i], close[i - 1]);
            y[i] = average += share * (range - average);
        }
    }

    public static void Macd(double[] x, double[] a, double[] b, double[] c)
    {
        double fast = x[0], slow = x[0], signal = 0;
        for (int i = 0; i < x.Length; i++)
        {
            fast += 2.0 / 13 * (x[i] - fast);
            slow += 2.0 / 27 * (x[i] - slow);
            a[i] = fast - slow;
            b[i] = signal += 0.2 * (a[i] - signal);
            c[i] = a[i] - signal;
        }
    }

    public static void Bollinger(double[] x, int n, double[] a, double[] b, double[] c)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double old = i >= n ? x[i - n] : 0;
            sum += x[i] - old;
            squares += x[i] * x[i] - old * old;
            double mean = sum / n, width = 2 * Math.Sqrt(Math.Max(0, squares / n - mean * mean));
            (a[i], b[i], c[i]) = (mean - width, mean, mean + width);
        }
    }

    public static void Deviation(double[] x, int n, double[] y)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double old = i >= n ? x[i - n] : 0;
            sum += x[i] - old;
            squares += x[i] * x[i] - old * old;
            double mean = sum / n;
            y[i] = Math.Sqrt(Math.Max(0, squares / n - mean * mean));
        }
    }
}
