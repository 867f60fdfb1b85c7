namespace TradeBot.Statistics.Tests;

public class SampleTests
{
    [Fact]
    public void Kurtosis_is_pearsons()
    {
        // ±1: every fourth power is 1, so the kurtosis is 1 and excess would be −2.
        Assert.Equal(1, Moments.Of([1, -1, 1, -1]).Kurtosis, 1e-12);
        Assert.Equal(0, Moments.Of([1, -1, 1, -1]).Skewness, 1e-12);
    }

    [Fact]
    public void A_sample_has_the_moments_worked_by_hand()
    {
        // Mean 2, deviations −1, −1, −1, 3: squares 12, cubes 24, fourth powers 84.
        Moments moments = Moments.Of([1, 1, 1, 5]);
        Assert.Equal((4, 2.0, 2.0), (moments.Count, moments.Mean, moments.StandardDeviation));
        Assert.Equal(6 / Math.Pow(3, 1.5), moments.Skewness, 1e-15);
        Assert.Equal(21 / 9.0, moments.Kurtosis, 1e-15);
    }

    [Fact]
    public void Equal_values_have_no_spread_and_no_shape()
    {
        Assert.Equal(new Moments(3, 0.1, 0, double.NaN, double.NaN), Moments.Of([0.1, 0.1, 0.1]));
        Assert.Equal(new Moments(1, 0.1, double.NaN, double.NaN, double.NaN), Moments.Of([0.1]));
        Assert.Equal(new Moments(0, double.NaN, double.NaN, double.NaN, double.NaN), Moments.Of([]));
        Assert.Equal(0, RunningMoments.Of([0.1, 0.1, 0.1]).Squares);
    }

    [Fact]
    public void A_weight_counts_as_so_many_values()
    {
        var weighted = new RunningMoments();
        weighted.Add(1, 3);
        weighted.Add(5);
        RunningMoments single = RunningMoments.Of([1, 1, 1, 5]);
        Assert.Equal((4.0, 2.0, 12.0), (weighted.Weight, weighted.Mean, weighted.Squares));
        Assert.Equal((4.0, 2.0, 12.0), (single.Weight, single.Mean, single.Squares));
    }

    [Fact]
    public void A_line_is_fitted_by_least_squares()
    {
        // x: mean 2, deviations −1, 0, 1. y: mean 3, deviations −2, 1, 1. Products 3, squares of x 2, of y 6.
        var pairs = new Comovement();
        foreach ((double x, double y) in ((double, double)[])[(1, 1), (2, 4), (3, 4)])
            pairs.Add(x, y);
        Assert.Equal((2.0, 3.0, 1.5), (pairs.MeanX, pairs.MeanY, pairs.Slope));
        Assert.Equal(3 / Math.Sqrt(12), pairs.Correlation, 1e-15);
    }

    [Fact]
    public void What_is_constant_has_no_correlation()
    {
        Comovement flat = default;
        flat.Add(1, 1);
        flat.Add(1, 2);
        Assert.Equal((double.NaN, double.NaN), (flat.Slope, flat.Correlation));
        Comovement level = default;
        level.Add(1, 1);
        level.Add(2, 1);
        Assert.Equal((0.0, double.NaN), (level.Slope, level.Correlation));
        Assert.Equal(double.NaN, RankCorrelation.Spearman([1, 1], [1, 2]));
    }

    [Fact]
    public void Equal_values_share_their_rank()
    {
        double[] values = [3, 1, 3, double.NaN, 7];
        Assert.Equal([3.5, 2, 3.5, 1, 5], Ranks.Of(values));
        Assert.Equal(Ranks.Of(values), values.Select(value => Ranks.Of(values, value)));
    }

    [Fact]
    public void Rank_correlation_is_the_correlation_of_the_ranks()
    {
        // Ranks 4, 2.5, 2.5, 1 against 4, 2, 3, 1: products of deviations 4.5, of squares 4.5 and 5.
        Assert.Equal(4.5 / Math.Sqrt(22.5), RankCorrelation.Spearman([9, 5, 5, 1], [40, 20, 30, 10]), 1e-15);
        Assert.Equal(-1, RankCorrelation.Spearman([1, 10, 100], [3, 2, 1]), 1e-15);
        Assert.Throws<ArgumentException>("second", () => RankCorrelation.Spearman([1, 2], [1]));
    }

    [Fact]
    public void Adjusted_p_values_are_as_worked_by_hand()
    {
        // Holm: 0.01·3, then 0.02·2, then 0.5. Yekutieli: harmonic 11/6: 0.01·3·11/6, 0.02·3/2·11/6, 0.5·11/6.
        Assert.Equal([0.03, 0.5, 0.04], MultipleTests.Holm([0.01, 0.5, 0.02]), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([0.055, 0.5 * 11 / 6, 0.055], MultipleTests.FalseDiscovery([0.01, 0.5, 0.02]), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void A_percentile_is_on_the_line_between_ranks()
    {
        // Rank 0.25 · 3 = 0.75: three quarters of the way from 1 to 2.
        Assert.Equal(1.75, Percentile.OfSorted([1, 2, 4, 8], 0.25));
        Assert.Equal((1.0, 8.0), (Percentile.OfSorted([1, 2, 4, 8], 0), Percentile.OfSorted([1, 2, 4, 8], 1)));
        Assert.Equal(double.NaN, Percentile.OfSorted([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => Percentile.OfSorted([1], 1.1));
    }

    [Fact]
    public void Value_at_risk_of_a_normal_sample_is_its_quantile()
    {
        // Skewness 0 and kurtosis 3: −1.644854 deviations, and the mean below them −2.062713 deviations.
        var normal = new Moments(100, 0.01, 0.02, 0, 3);
        Assert.Equal(0.01 - 1.6448536 * 0.02, ValueAtRisk.CornishFisher(normal, 0.05), 1e-8);
        Assert.Equal(0.01 - 2.0627128 * 0.02, ValueAtRisk.ConditionalCornishFisher(normal, 0.05), 1e-8);
    }

    [Fact]
    public void Adjusted_p_values_are_at_most_1_and_never_out_of_order()
    {
        Assert.Equal([1.0, 1.0], MultipleTests.Holm([0.6, 0.9]));
        Assert.Equal([1.0, 1.0], MultipleTests.FalseDiscovery([0.9, 0.8]));

        // 0.03 · 3, then 0.04 · 2, which is less and must not be.
        Assert.Equal([0.09, 0.09, 0.09], MultipleTests.Holm([0.04, 0.04, 0.03]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Empty(MultipleTests.Holm([]));
    }

    [Fact]
    public void Skewness_and_kurtosis_move_the_value_at_risk()
    {
        // w(z) = z − (z² − 1)·0.5/6 + (z³ − 3z)·2/24 − (2z³ − 5z)·0.25/36 at z = −1.6448536, and its mean below, by numerical integration.
        var tailed = new Moments(100, 0, 1, -0.5, 5);
        Assert.Equal(-1.7419250759, ValueAtRisk.CornishFisher(tailed, 0.05), 1e-8);
        Assert.Equal(-2.5754355726, ValueAtRisk.ConditionalCornishFisher(tailed, 0.05), 1e-8);
    }

    [Fact]
    public void Historical_value_at_risk_is_a_past_return_and_the_conditional_one_the_mean_beyond()
    {
        double[] sorted = [-0.10, -0.06, -0.01, 0, 0.02];
        Assert.Equal(-0.06, ValueAtRisk.Historical(sorted, 0.25), 1e-15);
        Assert.Equal(-0.08, ValueAtRisk.ConditionalHistorical(sorted, 0.25), 1e-15);
        Assert.Equal(-0.01, ValueAtRisk.ConditionalHistorical([-0.01, -0.01], 0.25), 1e-15); // all of them
        Assert.Throws<ArgumentOutOfRangeException>("tail", () => ValueAtRisk.Historical(sorted, 0));
    }
}
