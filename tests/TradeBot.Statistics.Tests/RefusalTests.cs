namespace TradeBot.Statistics.Tests;

public class RefusalTests
{
    private static readonly double[] Returns = [0.01, -0.02];

    [Fact]
    public void What_is_out_of_range_is_refused_by_name()
    {
        Refused("periodsPerYear", () => SharpeRatio.Annualized(Returns, double.PositiveInfinity));
        Refused("periodsPerYear", () => SortinoRatio.Annualized(Returns, 0));
        Refused("periodsPerYear", () => SortinoRatio.Annualized(Returns, double.PositiveInfinity));
        Refused("fraction", () => Percentile.OfSorted([1], -0.1));
        Refused("tail", () => ValueAtRisk.Historical(Returns, 1));
        Refused("tail", () => ValueAtRisk.CornishFisher(Moments.Of(Returns), 0));
        Refused("tail", () => ValueAtRisk.ConditionalCornishFisher(Moments.Of(Returns), 1));
        Refused("confidence", () => MinimumTrackRecordLength.Observations(new(100, 0.1), confidence: 0.5));
        Refused("confidence", () => MinimumTrackRecordLength.Observations(new(100, 0.1), confidence: 1));
        Refused("variance", () => ExpectedMaximumSharpe.Of(-0.1, 10));
        Refused("trials", () => ExpectedMaximumSharpe.Of(1, double.PositiveInfinity));
        Refused("trials", () => HaircutSharpe.Bonferroni(0.1, 100, 0.9));
        Refused("trials", () => HaircutSharpe.Sidak(0.1, 100, double.PositiveInfinity));
        Refused("observations", () => HaircutSharpe.Bonferroni(0.1, 1, 10));
        Refused("annualSharpe", () => MinimumBacktestLength.Years(10, 0));
        Refused("annualSharpe", () => MinimumBacktestLength.Years(10, double.PositiveInfinity));
    }

    [Fact]
    public void A_resampling_refuses_what_it_cannot_draw_from()
    {
        static double First(ReadOnlyMemory<double> values) => values.Span[0];
        Assert.Throws<ArgumentException>("returns", () => StationaryBootstrap.Interval([0.1], First));
        Assert.Throws<ArgumentException>("returns", () => MonteCarlo.WithNoise([0.1], First));
        Assert.Throws<ArgumentNullException>("metric", () => StationaryBootstrap.Interval(Returns, null!));
        Assert.Throws<ArgumentNullException>("metric", () => MonteCarlo.WithNoise(Returns, null!));
        Refused("confidence", () => StationaryBootstrap.Interval(Returns, First, confidence: 0));
        Refused("confidence", () => StationaryBootstrap.Interval(Returns, First, confidence: 1));
        Refused("samples", () => StationaryBootstrap.Interval(Returns, First, samples: 99));
        Refused("meanBlock", () => StationaryBootstrap.Interval(Returns, First, meanBlock: 0.9));
        Refused("meanBlock", () => StationaryBootstrap.Draw(new int[3], double.PositiveInfinity, 0, 0));
        Refused("samples", () => MonteCarlo.DrawdownsOfOrder(Returns, samples: 99));
        Refused("samples", () => MonteCarlo.WithNoise(Returns, First, samples: 99));
        Refused("noise", () => MonteCarlo.WithNoise(Returns, First, noise: 0));
        Refused("noise", () => MonteCarlo.WithNoise(Returns, First, noise: double.PositiveInfinity));
    }

    [Fact]
    public void A_refusal_says_what_would_be_accepted()
    {
        static double First(ReadOnlyMemory<double> values) => values.Span[0];
        Says("Must be positive and finite.", () => SharpeRatio.Annualized(Returns, 0), () => SharpeRatio.Annualized(Returns, double.NaN), () => SortinoRatio.Annualized(Returns, -1));
        Says("Must be positive and finite.", () => MinimumBacktestLength.Years(10, -1), () => MonteCarlo.WithNoise(Returns, First, noise: -1));
        Says("Must be from 0 to 1.", () => Percentile.OfSorted([1], 1.001), () => Percentile.OfSorted([1], double.NaN));
        Says("Must be between 0 and 1.", () => ValueAtRisk.Historical(Returns, 0), () => ValueAtRisk.Historical(Returns, 1));
        Says("Must be in (0.5, 1).", () => MinimumTrackRecordLength.Observations(new(100, 0.1), confidence: 0.5), () => MinimumTrackRecordLength.Observations(new(100, 0.1), confidence: 1));
        Says("Must not be negative.", () => ExpectedMaximumSharpe.Of(-0.001, 10));
        Says("Must be at least 1.", () => ExpectedMaximumSharpe.Of(1, 0.999), () => HaircutSharpe.Bonferroni(0.1, 100, 0.999), () => StationaryBootstrap.Draw(new int[1], 0.999, 0, 0));
        Says("Must be in (0, 1).", () => StationaryBootstrap.Interval(Returns, First, confidence: 0), () => StationaryBootstrap.Interval(Returns, First, confidence: 1));
        Says("Need at least 2 returns, got 1.", () => StationaryBootstrap.Interval([0.1], First), () => MonteCarlo.WithNoise([0.1], First));
        Says("Expected 2 values, got 1.", () => RankCorrelation.Spearman([1, 2], [1]));
    }

    [Fact]
    public void The_border_of_what_is_accepted_is_accepted()
    {
        Assert.Equal(0, ExpectedMaximumSharpe.Of(0, 10));
        Assert.Equal(0, ExpectedMaximumSharpe.Of(1, 1));
        Assert.Equal(HaircutSharpe.Bonferroni(0.1, 2, 1).PValue, HaircutSharpe.Bonferroni(0.1, 2, 1).AdjustedPValue);
        Assert.Equal(HaircutSharpe.Sidak(0.1, 100, 1).PValue, HaircutSharpe.Sidak(0.1, 100, 1).AdjustedPValue, 1e-12);
        Assert.Throws<ArgumentNullException>("pValues", () => MultipleTests.Holm(null!));
        Assert.Throws<ArgumentNullException>("pValues", () => MultipleTests.FalseDiscovery(null!));
    }

    [Fact]
    public void What_is_undefined_is_NaN()
    {
        Assert.Equal(double.NaN, SharpeRatio.Annualized([], 365));
        Assert.Equal(double.NaN, SortinoRatio.DownsideDeviation([]));
        Assert.Equal(double.NaN, ValueAtRisk.ConditionalHistorical([], 0.05));
        Assert.Equal(double.NaN, ExpectedMaximumSharpe.Of(double.NaN, 1));
        Assert.Equal(double.NaN, new SharpeStatistics(1, 0.1).StandardError);
        Assert.Equal(double.NaN, ProbabilisticSharpeRatio.Of(new(1, 0.1)));
        Assert.Equal(double.NaN, MinimumTrackRecordLength.Observations(new(100, double.NaN)));
        Assert.Equal(double.NaN, HaircutSharpe.Bonferroni(0, 100, 10).Haircut);
    }

    private static void Says(string message, params Action[] acts) =>
        Assert.All(acts, act => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal));

    private static void Refused(string parameter, Action act) => Assert.Throws<ArgumentOutOfRangeException>(parameter, act);
}
