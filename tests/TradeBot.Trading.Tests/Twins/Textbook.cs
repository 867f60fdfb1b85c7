namespace TradeBot.Trading.Tests;

/// <summary>Formulas of textbooks, each as a loop over a window; NaN where the window is not full.</summary>
internal static class Textbook
{
    /// <summary>The mean of the last n values.</summary>
    public static double[] Mean(double[] x, int n) => OverWindow(x, n, (start, end) =>
    {
        double sum = 0;
        for (int j = start; j <= end; j++)
            sum += x[j] - x[start];
        return x[start] + (sum / n);
    });

    /// <summary>The standard deviation of the last n values, dividing by n.</summary>
    public static double[] Deviation(double[] x, int n)
    {
        double[] mean = Mean(x, n);
        return OverWindow(x, n, (start, end) =>
        {
            double squares = 0;
            for (int j = start; j <= end; j++)
                squares += (x[j] - mean[end]) * (x[j] - mean[end]);
            return Math.Sqrt(squares / n);
        });
    }

    public static double[] Highest(double[] x, int n) => OverWindow(x, n, (start, end) => x[start..(end + 1)].Max());

    public static double[] Lowest(double[] x, int n) => OverWindow(x, n, (start, end) => x[start..(end + 1)].Min());

    /// <summary>The exponential average, from the mean of the first n values on.</summary>
    public static double[] Exponential(double[] x, int n) => Smooth(x, n, 2.0 / (n + 1));

    /// <summary>Wilder's average, from the mean of the first n values on.</summary>
    public static double[] Wilder(double[] x, int n) => Smooth(x, n, 1.0 / n);

    /// <summary>Wilder's true range; unknown for the first candle.</summary>
    public static double[] TrueRange(PlainCandles c)
    {
        double[] range = new double[c.Count];
        range[0] = double.NaN;
        for (int i = 1; i < c.Count; i++)
            range[i] = Math.Max(c.High[i], c.Close[i - 1]) - Math.Min(c.Low[i], c.Close[i - 1]);
        return range;
    }

    /// <summary>Wilder's average of the true range.</summary>
    public static double[] AverageTrueRange(PlainCandles c, int n) => Wilder(TrueRange(c), n);

    /// <summary>The sample deviation of the last n log returns, for a year of so many candles.</summary>
    public static double[] Volatility(double[] close, int n, double candlesPerYear)
    {
        double[] returns = Changes(close, (now, before) => Math.Log(now / before));
        double[] deviation = Deviation(returns, n);
        return [.. deviation.Select(d => d * Math.Sqrt(candlesPerYear * n / (n - 1)))];
    }

    /// <summary>A function of each value and the one before; NaN for the first.</summary>
    public static double[] Changes(double[] x, Func<double, double, double> change) =>
        [.. x.Select((value, i) => i == 0 ? double.NaN : change(value, x[i - 1]))];

    private static double[] Smooth(double[] x, int n, double weight)
    {
        double[] average = new double[x.Length];
        Array.Fill(average, double.NaN);
        int first = Array.FindIndex(x, value => !double.IsNaN(value)) + n - 1;
        if (first < n - 1 || first >= x.Length)
            return average;
        average[first] = x[(first - n + 1)..(first + 1)].Average();
        for (int i = first + 1; i < x.Length; i++)
            average[i] = average[i - 1] + (weight * (x[i] - average[i - 1]));
        return average;
    }

    private static double[] OverWindow(double[] x, int n, Func<int, int, double> value) =>
        [.. Enumerable.Range(0, x.Length).Select(i => i < n - 1 || double.IsNaN(x[i - n + 1]) ? double.NaN : value(i - n + 1, i))];
}
