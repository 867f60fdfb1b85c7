using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;

namespace TradeBot.Indicators.Tests;

public class HandWorkedTests
{
    [Fact]
    public void Sma_is_the_mean_of_the_window()
    {
        double[] actual = new double[4];
        Sma.Compute([2, 4, 6, 11], period: 3, actual);
        Assert.Equal([double.NaN, double.NaN, 4, 7], actual);
    }

    [Fact]
    public void Sma_does_not_drift_over_a_million_values_of_mixed_size()
    {
        // A naive running sum keeps the rounding left behind by the huge values.
        var sma = new Sma(3);
        double last = 0;
        for (int i = 0; i < 1_000_000; i++)
            last = sma.Update(i % 10 == 0 ? 1e12 + 0.1 : 0.1);
        foreach (double x in (double[])[1, 2, 3])
            last = sma.Update(x);
        Assert.Equal(2, last, 1e-9);
    }

    [Fact]
    public void Ema_seeds_with_the_mean_then_moves_by_its_weight()
    {
        double[] actual = new double[4];
        Ema.Compute([2, 4, 6, 10], period: 3, actual);

        // (2 + 4 + 6) / 3 = 4, then 4 + 2 / 4 · (10 − 4) = 7.
        Assert.Equal([double.NaN, double.NaN, 4, 7], actual);
    }

    [Fact]
    public void Wilder_seeds_with_the_mean_then_moves_one_nth_of_the_way()
    {
        double[] actual = new double[4];
        WilderAverage.Compute([2, 4, 6, 10], period: 3, actual);
        Assert.Equal([double.NaN, double.NaN, 4, 6], actual);
    }

    [Fact]
    public void Rsi_is_the_share_of_gains()
    {
        double[] actual = new double[5];
        Rsi.Compute([10, 13, 12, 12, 13], period: 2, actual);

        // Gains 3, 0, 0, 1 average 1.5, 0.75, 0.875; losses 0, 1, 0, 0 average 0.5, 0.25, 0.125.
        Assert.Equal([double.NaN, double.NaN, 75, 75, 87.5], actual);
    }

    [Fact]
    public void Rsi_of_a_flat_market_is_50()
    {
        double[] actual = new double[4];
        Rsi.Compute([5, 5, 5, 5], period: 2, actual);
        Assert.Equal([double.NaN, double.NaN, 50, 50], actual);
    }

    [Fact]
    public void Atr_counts_the_jump_from_the_previous_close()
    {
        var atr = new Atr(2);
        Assert.Equal(double.NaN, atr.Update(11, 9, 10));
        Assert.Equal(double.NaN, atr.Update(15, 14, 14)); // max(1, |15 − 10|, |14 − 10|) = 5
        Assert.Equal(3.5, atr.Update(15, 13, 13)); // (5 + 2) / 2
        Assert.Equal(4.25, atr.Update(12, 8, 9)); // 3.5 + (max(4, 1, 5) − 3.5) / 2
    }

    [Fact]
    public void Standard_deviation_divides_by_n()
    {
        double[] actual = new double[9];
        StandardDeviation.Compute([2, 4, 4, 4, 5, 5, 7, 9, 9], period: 8, actual);
        Assert.Equal(2, actual[7]);
    }

    [Fact]
    public void Standard_deviation_of_equal_prices_is_exactly_zero()
    {
        double[] actual = new double[50];
        StandardDeviation.Compute(Enumerable.Repeat(16541.77, 50).ToArray(), period: 20, actual);
        Assert.All(actual[19..], x => Assert.Equal(0, x));
    }

    [Fact]
    public void Bollinger_bands_lie_at_the_deviations_around_the_mean()
    {
        double[] lower = new double[8], middle = new double[8], upper = new double[8];
        BollingerBands.Compute([2, 4, 4, 4, 5, 5, 7, 9], period: 8, deviations: 1.5, lower, middle, upper);
        Assert.Equal((2, 5, 8), (lower[7], middle[7], upper[7]));
    }

    [Fact]
    public void A_mean_forgets_an_unknown_price_when_it_leaves_the_window_and_an_average_never()
    {
        double[] actual = new double[5];
        Sma.Compute([1, double.NaN, 3, 5, 7], period: 2, actual);
        Assert.Equal([double.NaN, double.NaN, double.NaN, 4, 6], actual);
        Rsi.Compute([1, double.NaN, 3, 4, 5], period: 2, actual);
        Assert.All(actual, x => Assert.Equal(double.NaN, x));
    }
}
