using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;

namespace TradeBot.Indicators.Tests;

public class RefusalTests
{
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
