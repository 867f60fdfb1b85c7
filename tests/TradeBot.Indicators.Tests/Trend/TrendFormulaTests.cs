using TradeBot.Indicators.Tests.Formulas;
using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Trend;

public class TrendFormulaTests : FormulaTest
{
    private static readonly double[] Range = TrueRange(High, Low, Close);

    [Fact]
    public void Directional_movement_takes_the_larger_of_new_highs_and_new_lows()
    {
        double[] rise = Change(High), fall = Map(Change(Low), x => -x), range = Wilder(Range, 14);
        double[] plus = Map(Wilder(Map(rise, fall, (r, f) => double.IsNaN(r) ? r : r > f && r > 0 ? r : 0), 14), range, (d, r) => 100 * d / r);
        double[] minus = Map(Wilder(Map(rise, fall, (r, f) => double.IsNaN(r) ? r : f > r && f > 0 ? f : 0), 14), range, (d, r) => 100 * d / r);
        double[] index = Map(plus, minus, (p, m) => 100 * Math.Abs(p - m) / (p + m)), adx = Wilder(index, 14);
        Verify("DMI(14)", plus, minus, index);
        Verify("ADX(14)", adx);
        Verify("ADXR(14)", Map(adx, Lag(adx, 13), (now, then) => (now + then) / 2));
    }

    [Fact]
    public void Aroon_counts_candles_since_the_extremes()
    {
        double[] up = Roll(High, 26, w => 100.0 * Array.LastIndexOf(w, w.Max()) / 25);
        double[] down = Roll(Low, 26, w => 100.0 * Array.LastIndexOf(w, w.Min()) / 25);
        Verify("AROON(25)", up, down, Minus(up, down));
    }

    [Fact]
    public void Ichimoku_shows_the_cloud_made_earlier()
    {
        double[] Line(int n) => Map(Highest(High, n), Lowest(Low, n), (h, l) => (h + l) / 2);
        double[] conversion = Line(9), baseline = Line(26);
        Verify(
            "ICHIMOKU(9, 26, 52, 26)", conversion, baseline,
            Lag(Map(conversion, baseline, (c, b) => (c + b) / 2), 26), Lag(Line(52), 26), Close);
    }

    [Fact]
    public void Supertrend_tightens_until_the_close_crosses_it()
    {
        double[] atr = Wilder(Range, 10), stop = new double[Close.Length], direction = new double[Close.Length];
        double upper = double.PositiveInfinity, lower = double.NegativeInfinity;
        for (int i = 10; i < Close.Length; i++)
        {
            upper = Close[i - 1] > upper ? Middle[i] + 3 * atr[i] : Math.Min(upper, Middle[i] + 3 * atr[i]);
            lower = Close[i - 1] < lower ? Middle[i] - 3 * atr[i] : Math.Max(lower, Middle[i] - 3 * atr[i]);
            bool rising = i == 10 ? Close[i] >= Middle[i] : direction[i - 1] > 0 ? Close[i] > lower : Close[i] > upper;
            (stop[i], direction[i]) = rising ? (lower, 1) : (upper, -1);
        }

        Verify("SUPERTREND(10, 3)", stop, direction);
    }

    [Fact]
    public void Vortex_is_movement_per_range()
    {
        double[] sum = Roll(Range, 14, w => w.Sum());
        double[] plus = Roll(Map(High, Lag(Low, 1), (h, l) => Math.Abs(h - l)), 14, w => w.Sum());
        double[] minus = Roll(Map(Low, Lag(High, 1), (l, h) => Math.Abs(l - h)), 14, w => w.Sum());
        Verify("VORTEX(14)", Map(plus, sum, (p, s) => p / s), Map(minus, sum, (m, s) => m / s));
    }

    [Fact]
    public void Choppiness_is_the_logarithm_of_way_over_range()
    {
        double[] way = Roll(Range, 14, w => w.Sum()), range = Minus(Highest(High, 14), Lowest(Low, 14));
        Verify("CHOP(14)", Map(way, range, (w, r) => 100 * Math.Log10(w / r) / Math.Log10(14)));
    }

    [Fact]
    public void Regression_solves_the_normal_equations()
    {
        const int N = 14;
        double x = Enumerable.Range(0, N).Sum(), xx = Enumerable.Range(0, N).Sum(k => k * k);
        double[] slope = Roll(Close, N, w => (N * w.Select((y, k) => k * y).Sum() - x * w.Sum()) / (N * xx - x * x));
        double[] intercept = Map(Sma(Close, N), slope, (mean, s) => mean - s * x / N);
        double[] fit = Roll(Close, N, w =>
        {
            double mean = w.Average(), cross = w.Select((y, k) => (k - x / N) * (y - mean)).Sum();
            return cross * cross / (xx - x * x / N) / w.Sum(y => (y - mean) * (y - mean));
        });
        double[] end = Map(intercept, slope, (i, s) => i + s * (N - 1)), forecast = Map(intercept, slope, (i, s) => i + s * N);
        Verify("LINREG(14)", end, slope, intercept, fit, forecast);
    }

    [Fact]
    public void Mass_index_adds_ratios_of_ranges()
    {
        double[] once = Ema(Minus(High, Low), 9), twice = Ema(once, 9);
        Verify("MASS(9, 25)", Roll(Map(once, twice, (o, t) => o / t), 25, w => w.Sum()));
    }

    [Fact]
    public void Random_walk_index_takes_the_longest_stride_of_any_walk()
    {
        double[] Walk(Func<int, int, double> distance) => Each(Close.Length, i => i < 9 ? double.NaN : Enumerable.Range(1, 9)
            .Max(k => distance(i, i - k) / (Range[(i - k + 1)..(i + 1)].Average() * Math.Sqrt(k))));
        Verify("RWI(9)", Walk((now, then) => High[now] - Low[then]), Walk((now, then) => High[then] - Low[now]));
    }

    [Fact]
    public void Vertical_horizontal_filter_is_range_over_way()
    {
        double[] way = Roll(Map(Change(Close), Math.Abs), 28, w => w.Sum());
        Verify("VHF(28)", Map(Minus(Highest(Close, 28), Lowest(Close, 28)), way, (r, w) => r / w));
    }

    [Fact]
    public void Alligator_and_gator_show_lines_made_earlier()
    {
        double[] jaw = Lag(Wilder(Middle, 13), 8), teeth = Lag(Wilder(Middle, 8), 5), lips = Lag(Wilder(Middle, 5), 3);
        Verify("ALLIGATOR", jaw, teeth, lips);
        Verify("GATOR", Map(jaw, teeth, (j, t) => Math.Abs(j - t)), Map(teeth, lips, (t, l) => -Math.Abs(t - l)));
    }

    [Fact]
    public void Chande_kroll_stop_holds_the_stops_of_extremes()
    {
        double[] atr = Wilder(Range, 10);
        Verify(
            "CKSTOP(10, 1.5, 9)",
            Lowest(Map(Lowest(Low, 10), atr, (l, r) => l + 1.5 * r), 9), Highest(Map(Highest(High, 10), atr, (h, r) => h - 1.5 * r), 9));
    }

    [Fact]
    public void Fractals_are_reported_two_candles_later() => Verify(
        "FRACTALS(2)",
        Roll(High, 5, w => w.Count(h => h >= w[2]) == 1 ? 1 : 0), Roll(Low, 5, w => w.Count(l => l <= w[2]) == 1 ? 1 : 0));
}
