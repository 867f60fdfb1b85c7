using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class FeatureParserTests
{
    private static readonly CandleSeries Series = Candles.Generate(400);

    [Fact]
    public void Every_name_reads_back_to_the_same_numbers()
    {
        FeaturePipeline made = Features.Pipeline(f =>
        [
            f.Return(1), f.Volume.Return(5), f.Rsi(14), f.Close.Rsi(5), f.Atr(14) / f.Close, (f.Close - f.Open) / (f.High - f.Low), f.Volume.ZScore(24), f.Return(1).ExpandingZScore(),
            f.On(Timeframe.FiveMinutes).EmaSlope(4), f.On(Timeframe.FiveMinutes).Close / f.Close, f.On(Timeframe.FiveMinutes).Close / f.On(Timeframe.FiveMinutes).Open,
            f.HourOfDay().Cyclic(), f.DayOfWeek(), f.DayOfMonth(), f.MonthOfYear().Cyclic(), f.HourOfFunding(), f.Close.Log().FractionalDifference(0.4, 20), f.Volume.Rank(30),
            f.RelativeVolume(20), f.VolumeImbalance(10), f.Illiquidity(10), f.Interactions(f.Return(2), f.Rsi(7), f.Volatility(9)), -1 * f.Return(3), f.Return(4) * -0.5, f.Close.Lag(3).Abs().Sign(), f.Volume.Change(2),
            f.Close.Sma(3) - f.Close.Ema(9), f.Close.StandardDeviation(9), f.Catalog("MACD(12,26,9)", "signal"), f.Catalog("ADX(14)"), f.Return(1).Catalog("HMA(9)"), f.On(Timeframe.FiveMinutes).Catalog("AO"),
        ]);

        FeaturePipeline read = Features.Parse(made.Names);

        Assert.Equal(made.Names, read.Names);
        Assert.Equal(made.SchemaHash, read.SchemaHash);
        Assert.Equal(made.Compute(Series), read.Compute(Series));
        Assert.Equal(made.Names, Features.Parse(string.Join(", ", made.Names)).Names);
    }

    [Fact]
    public void Every_indicator_of_the_catalog_is_a_feature_that_can_be_read_back_and_run_live()
    {
        Feature[] features = [.. IndicatorCatalog.All.SelectMany(d => d.Outputs.Select(o => Features.Pipeline(f => [f.Catalog(d.Name, o.Name)]).Columns[0]))];
        FeaturePipeline all = Features.Pipeline(_ => features);

        Assert.Equal(all.Names, Features.Parse(all.Names).Names);
        double[][] batch = all.Compute(Series);
        FeatureStream stream = all.Start(Series.Timeframe);
        double[] row = new double[stream.Count];
        for (int t = 0; t < Series.Count; t++)
        {
            stream.Update(Series[t], row);
            for (int column = 0; column < row.Length; column++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(batch[column][t]), BitConverter.DoubleToInt64Bits(row[column]));
        }
    }

    [Theory]
    [InlineData("return(1", "expected ')' at place 9")]
    [InlineData("nonsense(3)", "there is no feature 'nonsense' of these arguments at place 1")]
    [InlineData("close close", "expected a comma or the end at place 7")]
    [InlineData("close,", "expected a feature at place 7")]
    [InlineData("ema(close,close)", "takes one feature, and then numbers at place 1")]
    [InlineData("", "expected a feature at place 1")]
    public void What_is_no_feature_is_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Features.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Precedence_is_that_of_arithmetic() =>
        Assert.Equal(["close-(open/2)", "(close-open)/2", "(close*2)-open"], Features.Parse("close - open / 2, (close - open) / 2, close * 2 - open").Names);

    [Fact]
    public void A_window_of_half_a_candle_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Features.Parse("ema(2.5)"));

    [Fact]
    public void Longer_and_shorter_candles_never_share_a_name()
    {
        IReadOnlyList<string> names = Features.Pipeline(f => [f.On(Timeframe.OneHour).Close / f.Volume, f.On(Timeframe.OneHour).Close / f.On(Timeframe.OneHour).Volume]).Names;

        Assert.Equal(["(1h:close)/volume", "1h:close/volume"], names);
    }

    [Theory]
    [InlineData("forward-return(60)")]
    [InlineData("direction(forward-return(60))")]
    [InlineData("direction(forward-return(60), beyond 0.001)")]
    [InlineData("triple-barrier(up 2, down 1.5, within 60, volatility 100)")]
    [InlineData("trend-scanning(5 to 20)")]
    [InlineData("meta(ema(12)-ema(26), triple-barrier(up 2, down 2, within 60, volatility 100))")]
    public void Every_label_reads_back_from_its_name(string name) => Assert.Equal(name, Label.Parse(name).Name);

    [Fact]
    public void What_is_no_label_is_refused_with_examples() =>
        Assert.Contains("triple-barrier(up 2", Assert.Throws<FormatException>(() => Label.Parse("tomorrow")).Message, StringComparison.Ordinal);
}
