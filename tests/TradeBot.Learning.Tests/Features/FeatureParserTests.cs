using TradeBot.Indicators;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning.Tests;

public class FeatureParserTests
{
    private static readonly CandleSeries Sample = Candles.Generate(400);

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
        Assert.Equal(made.Compute(Sample), read.Compute(Sample));
        Assert.Equal(made.Names, Features.Parse(string.Join(", ", made.Names)).Names);
    }

    [Fact]
    public void Every_indicator_of_the_catalog_is_a_feature_that_can_be_read_back_and_run_live()
    {
        Feature[] features = [.. IndicatorCatalog.All.SelectMany(d => d.Outputs.Select(o => Features.Pipeline(f => [f.Catalog(d.Name, o.Name)]).Columns[0]))];
        FeaturePipeline all = Features.Pipeline(_ => features);

        Assert.Equal(all.Names, Features.Parse(all.Names).Names);
        double[][] batch = all.Compute(Sample);
        FeatureStream stream = all.Start(Sample.Timeframe);
        double[] row = new double[stream.Count];
        for (int t = 0; t < Sample.Count; t++)
        {
            stream.Update(Sample[t], row);
            for (int column = 0; column < row.Length; column++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(batch[column][t]), BitConverter.DoubleToInt64Bits(row[column]));
        }
    }

    [Theory]
    [InlineData("return(1", "expected ')', got the end at position 9")]
    [InlineData("nonsense(3)", "unknown name 'nonsense'; the nearest is")]
    [InlineData("close close", "expected a comma or the end, got 'close' at position 7")]
    [InlineData("close,", "expected a value, got the end at position 7")]
    [InlineData("close, rsii(3)", "unknown name 'rsii'; the nearest is 'rsi' at position 8")]
    [InlineData("", "expected a value, got the end at position 1")]
    public void What_is_no_feature_is_refused_with_the_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Features.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Precedence_is_that_of_arithmetic() =>
        Assert.Equal(["close - open / 2", "(close - open) / 2", "close * 2 - open"], Features.Parse("close - open / 2, (close - open) / 2, close * 2 - open").Names);

    [Fact]
    public void A_window_of_half_a_candle_is_refused() =>
        Assert.Contains("period must be a whole number", Assert.Throws<ArgumentException>(() => Features.Parse("ema(2.5)")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1h:return(ema(20),1)", "return(ema(20), 1) on 1h")]
    [InlineData("sma(1h:high-low,3)/2", "(sma(high - low, 3) / 2) on 1h")]
    [InlineData("lag(close,3)", "close[3]")]
    [InlineData("rank(volume,30)", "rank_share(volume, 30)")]
    [InlineData("zscore(volume)", "expanding_zscore(volume)")]
    [InlineData("max(close,12)", "highest(close, 12)")]
    public void Legacy_syntax_is_read_with_a_note_of_the_current_one(string earlier, string present)
    {
        FeaturePipeline pipeline = Features.Parse(earlier);

        Assert.Equal([present], pipeline.Names);
        Assert.Equal([$"'{earlier}' is legacy syntax for {present}."], pipeline.Notes);
        Assert.Empty(Features.Parse(present).Notes);
        Assert.Equal(pipeline.Names, Features.Parse(present).Names);
    }

    [Fact]
    public void The_words_of_rules_are_features_and_so_are_their_signals()
    {
        Series slope = Expressions.Ema(20).On(Timeframe.OneHour).Change(1);
        FeaturePipeline made = Features.Pipeline(f => [slope, Expressions.Rsi(14).CrossesAbove(50) & Expressions.Close > Expressions.Ema(50)]);
        FeaturePipeline read = Features.Parse("change(ema(20) on 1h, 1), rsi(14) crosses above 50 and close > ema(50)");

        Assert.Equal(made.Names, read.Names);
        double[][] columns = read.Compute(Sample);
        Assert.Equal(made.Compute(Sample), columns);
        Assert.Equal(slope.Over(Sample), columns[0]);
        Assert.Contains(1.0, columns[1]);
        Assert.DoesNotContain(columns[1], value => value is not (0 or 1) && !double.IsNaN(value));
    }

    [Fact]
    public void An_expression_whose_text_means_something_else_as_a_feature_is_refused() =>
        Assert.Contains("rank_share(volume, 20)", Assert.Throws<ArgumentException>(() => Features.Pipeline(f => [Expressions.Rank(20).Of(Expressions.Volume)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_quotient_by_0_and_the_logarithm_of_0_are_unknown_as_in_rules() =>
        Assert.All(Features.Parse("close / (volume - volume), log(volume - volume)").Compute(Sample), column => Assert.All(column, value => Assert.Equal(double.NaN, value)));

    [Fact]
    public void Longer_and_shorter_candles_never_share_a_name()
    {
        IReadOnlyList<string> names = Features.Pipeline(f => [f.On(Timeframe.OneHour).Close / f.Volume, f.On(Timeframe.OneHour).Close / f.On(Timeframe.OneHour).Volume]).Names;

        Assert.Equal(["close on 1h / volume", "(close / volume) on 1h"], names);
    }

    [Theory]
    [InlineData("forward-return(60)")]
    [InlineData("direction(forward-return(60))")]
    [InlineData("direction(forward-return(60), beyond 0.001)")]
    [InlineData("triple-barrier(up 2, down 1.5, within 60, volatility 100)")]
    [InlineData("trend-scanning(5 to 20)")]
    [InlineData("meta(ema(12) - ema(26), triple-barrier(up 2, down 2, within 60, volatility 100))")]
    public void Every_label_reads_back_from_its_name(string name) => Assert.Equal(name, Label.Parse(name).Name);

    [Fact]
    public void What_is_no_label_is_refused_with_examples() =>
        Assert.Contains("triple-barrier(up 2", Assert.Throws<FormatException>(() => Label.Parse("tomorrow")).Message, StringComparison.Ordinal);
}
