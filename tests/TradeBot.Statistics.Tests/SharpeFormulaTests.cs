using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Statistics.Tests;

public class SharpeFormulaTests
{
    private static readonly SharpeStatistics PaperExample = new(1250, 2.5 / Math.Sqrt(250), -3, 10);

    [SkippableFact]
    public void Probabilistic_Sharpe_is_as_published()
    {
        foreach (JsonElement example in PublishedFigures.Load().GetProperty("psr").EnumerateArray())
        {
            double actual = ProbabilisticSharpeRatio.Of(StatisticsOf(example), example.Number("bench"));
            Assert.Equal(example.Number("computed"), actual, 1e-12);
            Assert.Equal(example.Number("published"), actual, 0.0005);
        }
    }

    [SkippableFact]
    public void Standard_error_is_as_published()
    {
        foreach (JsonElement example in PublishedFigures.Load().GetProperty("sr_std").EnumerateArray())
            Assert.Equal(example.Number("published"), StatisticsOf(example).StandardError, 0.00005);
    }

    [SkippableFact]
    public void Deflated_Sharpe_is_as_published()
    {
        JsonElement[] examples = [.. PublishedFigures.Load().GetProperty("dsr").EnumerateArray()];

        Assert.Equal(examples[0].Number("computed_SR0"), ExpectedMaximumSharpe.Of(0.002, 100), 1e-12);
        Assert.Equal(examples[0].Number("third_party_exact"), DeflatedSharpeRatio.Of(PaperExample, 0.002, 100), 1e-12);
        Assert.Equal(examples[1].Number("computed_DSR"), DeflatedSharpeRatio.Of(PaperExample, 0.002, 46), 1e-12);
        Assert.Equal(examples[2].Number("computed_DSR"), DeflatedSharpeRatio.Of(PaperExample with { Skewness = 0, Kurtosis = 3 }, 0.002, 88), 1e-12);
        Assert.Equal(0.9505, DeflatedSharpeRatio.Of(PaperExample, 0.002, 46), 0.00005);
    }

    [SkippableFact]
    public void Minimum_track_record_is_as_published()
    {
        JsonElement[] examples = [.. PublishedFigures.Load().GetProperty("min_trl").EnumerateArray()];

        // Annual Sharpe ratios to ratios per observation: divide by the root of the observations per year.
        AssertYears(examples[0], 250, new(0, 2 / Math.Sqrt(250)), 1 / Math.Sqrt(250));
        AssertYears(examples[1], 52, new(0, 2 / Math.Sqrt(52)), 1 / Math.Sqrt(52));
        AssertYears(examples[2], 12, new(0, 3 / Math.Sqrt(12), -0.72, 5.78), 2.5 / Math.Sqrt(12));
        AssertYears(examples[3], 12, new(134, 0.7079, -0.225, 2.957), 0);
        AssertYears(examples[4], 12, new(134, 0.8183, -1.4455, 7.0497), 0);

        static void AssertYears(JsonElement example, double perYear, SharpeStatistics measured, double benchmark) =>
            Assert.Equal(example.Number("computed"), MinimumTrackRecordLength.Observations(measured, benchmark) / perYear, 1e-12);
    }

    [SkippableFact]
    public void Expected_maximum_of_normal_draws_is_as_published()
    {
        foreach (JsonElement example in PublishedFigures.Load().GetProperty("expected_max_normal").EnumerateArray())
            Assert.Equal(example.Number("computed"), ExpectedMaximumSharpe.Of(1, example.Number("N")), 1e-12);
    }

    [SkippableFact]
    public void Sharpe_of_a_sample_divides_by_n_less_one()
    {
        JsonElement example = PublishedFigures.Load().GetProperty("sharpe_example");
        double benchmark = example.Number("bench");
        double[] excess = [.. example.GetProperty("returns").EnumerateArray().Select(value => value.GetDouble() - benchmark)];

        Assert.Equal(example.Number("expected_sharpe_ddof1"), SharpeStatistics.Of(excess).Sharpe, 5e-7);
    }

    [Fact]
    public void Moments_of_a_sample_by_hand()
    {
        // Mean 2, deviations −1, −1, −1, 3: squares 12, cubes 24, fourth powers 84.
        var statistics = SharpeStatistics.Of([1, 1, 1, 5]);

        Assert.Equal(4, statistics.Observations);
        Assert.Equal(1, statistics.Sharpe, 1e-15); // s = √(12 / 3) = 2
        Assert.Equal(6 / Math.Pow(3, 1.5), statistics.Skewness, 1e-15);
        Assert.Equal(21 / 9.0, statistics.Kurtosis, 1e-15);
    }

    [Fact]
    public void Kurtosis_of_two_equal_halves_is_Pearson_s_one_not_minus_two() =>
        Assert.Equal(1, SharpeStatistics.Of([-1, 1, -1, 1]).Kurtosis, 1e-15);

    [Fact]
    public void Returns_that_never_vary_have_no_Sharpe_ratio()
    {
        var statistics = SharpeStatistics.Of([0.1, 0.1, 0.1]);

        Assert.Equal(double.NaN, statistics.Sharpe);
        Assert.Equal(double.NaN, ProbabilisticSharpeRatio.Of(statistics));
    }

    [Fact]
    public void One_trial_expects_nothing_of_luck() => Assert.Equal(0, ExpectedMaximumSharpe.Of(1, 1));

    [Fact]
    public void No_record_is_long_enough_below_the_benchmark() =>
        Assert.Equal(double.PositiveInfinity, MinimumTrackRecordLength.Observations(new(100, 0.1), benchmark: 0.2));

    [Fact]
    public void Half_a_trial_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedMaximumSharpe.Of(1, 0.5));

    [Fact]
    public void A_normal_record_by_hand()
    {
        // SR 0.1 over 101 normal returns: Φ(0.1 · 10 / √1.005) = Φ(0.99751) = 0.84075; n = 1 + 1.005 · (1.6448536 / 0.1)² = 272.91.
        var normal = new Moments(101, 0.001, 0.01, 0, 3);
        Assert.Equal(0.84075, ProbabilisticSharpeRatio.Of(SharpeStatistics.Of(normal)), 1e-5);
        Assert.Equal(272.907, MinimumTrackRecordLength.Observations(SharpeStatistics.Of(normal)), 1e-3);
        Assert.Equal(double.PositiveInfinity, MinimumTrackRecordLength.Observations(SharpeStatistics.Of(normal with { Mean = -0.001 })));
        Assert.Equal(double.NaN, ProbabilisticSharpeRatio.Of(SharpeStatistics.Of(normal with { StandardDeviation = 0 })));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => MinimumTrackRecordLength.Observations(SharpeStatistics.Of(normal), confidence: 0.5));
    }

    [Fact]
    public void Two_observations_are_the_fewest()
    {
        // SR 0.1 over 2 normal returns: Φ(0.1 / √1.005) = Φ(0.0997509) = 0.539729, and √1.005 of standard error.
        var two = new SharpeStatistics(2, 0.1);
        Assert.Equal(0.539729, ProbabilisticSharpeRatio.Of(two), 1e-6);
        Assert.Equal(Math.Sqrt(1.005), two.StandardError, 1e-12);
    }

    [Fact]
    public void Half_the_Sharpe_ratio_takes_four_times_the_years() =>
        Assert.Equal(4 * MinimumBacktestLength.Years(45, annualSharpe: 2), MinimumBacktestLength.Years(45, annualSharpe: 1), 1e-9);

    [SkippableFact]
    public void Forty_five_trials_in_five_years_reach_a_Sharpe_ratio_of_one_by_luck()
    {
        JsonElement published = PublishedFigures.Load().GetProperty("expected_max_normal")[1];
        Assert.Equal(Math.Pow(published.Number("computed"), 2), MinimumBacktestLength.Years(published.Number("N")), 9);
        Assert.Equal(5, MinimumBacktestLength.Years(45), 0.01);
        Assert.Equal(0, MinimumBacktestLength.Years(1));
    }

    [Theory]
    [InlineData(true, 250, 0.4, 0, 3)]
    [InlineData(false, 249, 0.4, 0, 3)]
    [InlineData(false, 1000, 0.5, 0, 6)]
    [InlineData(false, 1000, 0.5, -1, 3)]
    [InlineData(true, 5000, 1, 0, 6)]
    [InlineData(false, 4999, 1, 0, 6)]
    [InlineData(true, 1000, 0.5, -0.75, 4)]
    [InlineData(true, 1000, 0.4, 0, 6)]
    [InlineData(true, 1000, -0.4, -1, 3)]
    public void A_figure_whose_approximation_fails_is_marked(bool expected, int observations, double sharpe, double skewness, double kurtosis) =>
        Assert.Equal(expected, new SharpeStatistics(observations, sharpe, skewness, kurtosis).IsAsymptotic);

    private static SharpeStatistics StatisticsOf(JsonElement example) =>
        new(example.GetProperty("n").GetInt32(), example.Number("sr"), example.Number("skew"), example.Number("kurt"));
}
