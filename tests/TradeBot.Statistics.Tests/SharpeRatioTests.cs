namespace TradeBot.Statistics.Tests;

public class SharpeRatioTests
{
    [Fact]
    public void Sharpe_is_mean_over_deviation_scaled_to_a_year()
    {
        // Mean 0.01, deviations ±0.01 around it: s = √(0.0002 / 1) = 0.0141421.
        Assert.Equal(Math.Sqrt(365) * 0.01 / Math.Sqrt(0.0002), SharpeRatio.Annualized([0.0, 0.02], 365), 1e-12);
    }

    [Fact]
    public void Sharpe_without_risk_is_undefined()
    {
        Assert.Equal(double.NaN, SharpeRatio.Annualized([0.1, 0.1, 0.1], 365));
        Assert.Equal(double.NaN, SharpeRatio.Annualized([0.1], 365));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharpeRatio.Annualized([0.1, 0.2], 0));
    }

    [Fact]
    public void Sortino_divides_by_the_downside_only()
    {
        // The published example: mean over the root of the mean squared loss.
        Assert.Equal(4.417261, SortinoRatio.Annualized([0.17, 0.15, 0.23, -0.05, 0.12, 0.09, 0.13, -0.04], 1), 1e-6);
        Assert.Equal(double.NaN, SortinoRatio.Annualized([0.1, 0.2], 1));
    }
}
