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

    private static void Refused(string parameter, Action act) => Assert.Throws<ArgumentOutOfRangeException>(parameter, act);
}
