namespace TradeBot.Indicators.Tests.Formulas;

/// <summary>Plain formulas over whole columns, written for the eye: every window is summed anew.</summary>
internal static class Columns
{
    public static double[] Each(int length, Func<int, double> value) => [.. Enumerable.Range(0, length).Select(value)];

    public static double[] Map(double[] x, Func<double, double> map) => [.. x.Select(map)];

    public static double[] Map(double[] x, double[] y, Func<double, double, double> map) => [.. x.Zip(y, map)];

    public static double[] Minus(double[] x, double[] y) => Map(x, y, (a, b) => a - b);

    /// <summary>The value a number of steps ago; NaN before the first.</summary>
    public static double[] Lag(double[] x, int steps) => Each(x.Length, i => i < steps ? double.NaN : x[i - steps]);

    public static double[] Change(double[] x) => Minus(x, Lag(x, 1));

    /// <summary>A function of the last n values, oldest first; NaN until there are n known ones.</summary>
    public static double[] Roll(double[] x, int n, Func<double[], double> of) =>
        Each(x.Length, i => i + 1 < n || x[(i + 1 - n)..(i + 1)].Any(double.IsNaN) ? double.NaN : of(x[(i + 1 - n)..(i + 1)]));

    public static double[] Sma(double[] x, int n) => Roll(x, n, w => w.Average());

    public static double[] Wma(double[] x, int n) => Roll(x, n, w => w.Select((v, k) => v * (k + 1)).Sum() / Enumerable.Range(1, n).Sum());

    public static double[] Highest(double[] x, int n) => Roll(x, n, w => w.Max());

    public static double[] Lowest(double[] x, int n) => Roll(x, n, w => w.Min());

    public static double[] Ema(double[] x, int n) => Recursive(x, n, 2.0 / (n + 1));

    public static double[] Wilder(double[] x, int n) => Recursive(x, n, 1.0 / n);

    /// <summary>From the mean of the first n known values on, moves by a share of the way to each value.</summary>
    public static double[] Recursive(double[] x, int n, double share)
    {
        int first = Array.FindIndex(x, v => !double.IsNaN(v));
        double[] average = Each(x.Length, _ => double.NaN);
        for (int i = first + n - 1; i < x.Length; i++)
            average[i] = i == first + n - 1 ? x[first..(i + 1)].Average() : share * x[i] + (1 - share) * average[i - 1];
        return average;
    }

    public static double[] Roc(double[] x, int n) => Map(x, Lag(x, n), (now, then) => 100 * (now / then - 1));

    public static double[] Rsi(double[] x, int n)
    {
        double[] change = Change(x);
        double[] up = Wilder(Map(change, c => double.IsNaN(c) ? c : Math.Max(c, 0)), n);
        double[] down = Wilder(Map(change, c => double.IsNaN(c) ? c : Math.Max(-c, 0)), n);
        return Map(up, down, (u, d) => u + d == 0 ? 50 : 100 - 100 / (1 + u / d));
    }

    public static double[] TrueRange(double[] high, double[] low, double[] close)
    {
        double[] before = Lag(close, 1);
        return Each(close.Length, i => new[] { high[i] - low[i], Math.Abs(high[i] - before[i]), Math.Abs(low[i] - before[i]) }.Max(r => double.IsNaN(before[i]) ? double.NaN : r));
    }
}
