using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests;

public class IndicatorContractTests
{
    // More values than one block of a window holds, so that a copy and its original part within and across blocks.
    private static readonly double[] Prices = IndicatorContract.Prices(10_000, seed: 1);
    private static readonly Candle[] Candles = IndicatorContract.Candles(10_000, seed: 2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(500)]
    public void Every_indicator_keeps_the_contract(int period)
    {
        double[] One(double x) => [x];
        IndicatorContract.Verify(() => new Sma(period), Prices, (Func<double, double[]>)One);
        IndicatorContract.Verify(() => new Ema(period), Prices, (Func<double, double[]>)One);
        IndicatorContract.Verify(() => new WilderAverage(period), Prices, (Func<double, double[]>)One);
        IndicatorContract.Verify(() => new Rsi(period), Prices, (Func<double, double[]>)One);
        IndicatorContract.Verify(() => new StandardDeviation(period), Prices, (Func<double, double[]>)One);
        IndicatorContract.Verify(() => new BollingerBands(period), Prices, (BollingerBands.Band b) => [b.Lower, b.Middle, b.Upper]);
        IndicatorContract.Verify(() => new Atr(period), Candles, (Func<double, double[]>)One);
    }

    [Fact]
    public void A_period_below_one_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ema(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WilderAverage(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rsi(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Atr(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StandardDeviation(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BollingerBands(20, double.NaN));
    }

    [Fact]
    public void A_destination_of_another_length_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sma.Compute([1, 2, 3], 2, new double[2]));
        Assert.Throws<ArgumentException>("upper", () => BollingerBands.Compute([1, 2], 2, 2, new double[2], new double[2], new double[1]));
    }
}
