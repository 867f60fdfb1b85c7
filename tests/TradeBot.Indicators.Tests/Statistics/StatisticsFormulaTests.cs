using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Tests.Formulas;
using TradeBot.MarketData;
using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Statistics;

public class StatisticsFormulaTests : FormulaTest
{
    private static readonly double[] Traded = MarketGenerator.Single(1000, seed: 21).Volume.ToArray();

    [Fact]
    public void Moments_of_a_window()
    {
        Verify("VAR(20)", Roll(Close, 20, w => Moment(w, 2)));
        Verify("STDERR(20)", Roll(Close, 20, w => Math.Sqrt(Moment(w, 2) / 20)));
        Verify("ZSCORE(20)", Roll(Close, 20, w => (w[^1] - w.Average()) / Math.Sqrt(Moment(w, 2))));
        Verify("SKEW(60)", Roll(Close, 60, w => Moment(w, 3) / Math.Pow(Moment(w, 2), 1.5)));
        Verify("KURT(60)", Roll(Close, 60, w => Moment(w, 4) / Math.Pow(Moment(w, 2), 2)));
        Verify("MEANDEV(20)", Roll(Close, 20, w => w.Average(x => Math.Abs(x - w.Average()))));
    }

    [Fact]
    public void Close_and_volume_together()
    {
        double[] covariance = RollPairs(30, (x, y) => x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Average());
        Verify("COVAR(30)", covariance);
        Verify("CORREL(30)", Each(Close.Length, i => i < 29 ? double.NaN :
            covariance[i] / Math.Sqrt(Moment(Close[(i - 29)..(i + 1)], 2) * Moment(Traded[(i - 29)..(i + 1)], 2))));
        Verify("BETA(30)", Each(Close.Length, i => i < 29 ? double.NaN : covariance[i] / Moment(Traded[(i - 29)..(i + 1)], 2)));
    }

    [Fact]
    public void Autocorrelation_pairs_values_with_earlier_ones() => Verify("AUTOCORR(60, 3)", Roll(Close, 60, w =>
        Enumerable.Range(3, 57).Sum(k => (w[k] - w.Average()) * (w[k - 3] - w.Average())) / w.Sum(x => Math.Pow(x - w.Average(), 2))));

    [Fact]
    public void Order_of_a_window()
    {
        Verify("QUANTILE(61, 0.9)", Roll(Close, 61, w => w.Order().ElementAt(54)));
        Verify("QUANTILE(20, 0.25)", Roll(Close, 20, w => 0.25 * w.Order().ElementAt(4) + 0.75 * w.Order().ElementAt(5)));
        Verify("MEDIAN(20)", Roll(Close, 20, Median));
        Verify("MAD(20)", Roll(Close, 20, w => Median([.. w.Select(x => Math.Abs(x - Median(w)))])));
        Verify("MAD(7)", Roll(Close, 7, w => Median([.. w.Select(x => Math.Abs(x - Median(w)))])));
        Verify("RANK(20)", Roll(Close, 20, w => w.Count(x => x < w[^1]) + (w.Count(x => x == w[^1]) + 1) / 2.0));
        Verify("PERCENTRANK(100)", Roll(Close, 101, w => w[..^1].Count(x => x < w[^1])));
        Verify("HIGHEST(20)", Highest(Close, 20));
        Verify("LOWEST(20)", Lowest(Close, 20));
    }

    [Fact]
    public void Efficiency_is_distance_over_way() => Verify("ER(10)", Roll(Close, 11, w =>
        Math.Abs(w[^1] - w[0]) / Enumerable.Range(1, 10).Sum(k => Math.Abs(w[k] - w[k - 1]))));

    [Fact]
    public void Fractional_differences_weigh_by_binomials()
    {
        double[] weights = new double[50];
        double binomial = 1;
        for (int k = 0; k < weights.Length; k++, binomial *= (0.4 - k + 1) / k)
            weights[k] = k % 2 == 0 ? binomial : -binomial;
        Verify("FRACDIFF(0.4, 50)", Roll(Close, 50, w => weights.Select((weight, k) => weight * w[^(k + 1)]).Sum()));
        Verify("FRACDIFF(1, 5)", Change(Close));
    }

    [Fact]
    public void Entropy_is_that_of_a_histogram() => Verify("ENTROPY(60, 10)", Roll(Close, 60, w =>
    {
        double low = w.Min(), width = w.Max() - low;
        return -w.GroupBy(x => Math.Min((int)((x - low) / width * 10), 9)).Sum(g => g.Count() / 60.0 * Math.Log2(g.Count() / 60.0));
    }));

    [Fact]
    public void Hurst_exponent_is_the_slope_of_rescaled_ranges() => Verify("HURST(64)", Roll(Close, 65, w =>
    {
        double[] steps = [.. w.Skip(1).Zip(w, (now, then) => now - then)];
        return Slope([.. new[] { 8, 16, 32, 64 }.Select(n => (Math.Log(n), Math.Log(steps.Chunk(n).Average(Rescaled))))]);

        static double Rescaled(double[] part)
        {
            double sum = 0, mean = part.Average();
            double[] walk = [0, .. part.Select(x => sum += x - mean)];
            return (walk.Max() - walk.Min()) / Math.Sqrt(Moment(part, 2));
        }
    }));

    [Fact]
    public void Detrended_fluctuation_is_the_slope_of_residuals() => Verify("DFA(64)", Roll(Close, 64, w => Slope(
        [.. new[] { 4, 8, 16 }.Select(n => (Math.Log(n), Math.Log(Math.Sqrt(w.Chunk(n).Average(Residual)))))])));

    [Fact]
    public void Variance_ratio_compares_long_moves_with_short_ones() => Verify("VR(100, 5)", Roll(Close, 101, w =>
    {
        double drift = (w[^1] - w[0]) / 100;
        double one = Enumerable.Range(1, 100).Sum(k => Math.Pow(w[k] - w[k - 1] - drift, 2)) / 99;
        double five = Enumerable.Range(5, 96).Sum(k => Math.Pow(w[k] - w[k - 5] - 5 * drift, 2)) / (5 * 96 * 0.95);
        return five / one;
    }));

    [Fact]
    public void Half_life_of_a_halving_series_is_one()
    {
        var halfLife = new HalfLife(3);
        double[] values = [16 + 5, 8 + 5, 4 + 5, 2 + 5];
        Assert.Equal([double.NaN, double.NaN, double.NaN, 1], values.Select(x => halfLife.Update(x)).ToArray());
        Assert.Equal(double.NaN, halfLife.Update(40));
    }

    [Fact]
    public void Kurtosis_of_two_equal_halves_is_one_and_not_minus_two()
    {
        double[] actual = new double[4];
        Kurtosis.Compute([-1, 1, -1, 1], 4, actual);
        Assert.Equal(1, actual[3]);
    }

    [Fact]
    public void Equal_values_share_a_rank()
    {
        var rank = new Rank(4);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 2.5, 4], new[] { 1.0, 3, 5, 3, 7 }.Select(x => rank.Update(x)).ToArray());
    }

    [Fact]
    public void A_covariance_with_oneself_is_the_variance()
    {
        double[] actual = new double[8];
        Covariance.Compute([2, 4, 4, 4, 5, 5, 7, 9], [2, 4, 4, 4, 5, 5, 7, 9], 8, actual);
        Assert.Equal(4, actual[7]);
        Assert.Throws<ArgumentException>("second", () => Covariance.Compute([1, 2], [1], 2, new double[2]));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("share", () => new Quantile(10, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("lag", () => new Autocorrelation(10, 10));
        Assert.Throws<ArgumentOutOfRangeException>("order", () => new FractionalDifference(-0.1, 10));
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => new ShannonEntropy(10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new Hurst(15));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new VarianceRatio(5, 5));
    }

    private static double Moment(double[] w, int power) => w.Average(x => Math.Pow(x - w.Average(), power));

    private static double Median(double[] w)
    {
        double[] sorted = [.. w.Order()];
        return (sorted[(w.Length - 1) / 2] + sorted[w.Length / 2]) / 2;
    }

    private static double[] RollPairs(int n, Func<double[], double[], double> of) =>
        Each(Close.Length, i => i < n - 1 ? double.NaN : of(Close[(i + 1 - n)..(i + 1)], Traded[(i + 1 - n)..(i + 1)]));

    private static double Slope((double X, double Y)[] points)
    {
        double x = points.Average(p => p.X), y = points.Average(p => p.Y);
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }

    // Mean squared distance from the line through the points (0, w₀), (1, w₁), …
    private static double Residual(double[] w)
    {
        double slope = Slope([.. w.Select((y, k) => ((double)k, y))]), mean = w.Average(), centre = (w.Length - 1) / 2.0;
        return w.Select((y, k) => Math.Pow(y - mean - slope * (k - centre), 2)).Average();
    }
}
