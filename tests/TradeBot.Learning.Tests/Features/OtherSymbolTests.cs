using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Learning.Tests;

public class OtherSymbolTests
{
    private static readonly CandleSeries Own = Candles.Of(1, 2, 3, 4, 5, 6);

    [Fact]
    public void A_close_uses_only_closed_candles_of_the_other_symbol()
    {
        CandleSeries other = Candles.Of(10, 20, 30, double.NaN, 50, 60);

        double[] values = Features.Pipeline(f => [f.Of(other).Close]).Compute(Own)[0];

        Assert.Equal([10, 20, 30, double.NaN, 50, 60], values);
    }

    [Fact]
    public void A_longer_candle_of_the_other_keeps_its_value_until_the_next_should_have_closed()
    {
        var hourly = new CandleSeries(
            "HOUR", Timeframe.FiveMinutes, new[] { UnixTime.FromDateTime(Candles.Start.AddMinutes(-5)), UnixTime.FromDateTime(Candles.Start) },
            new double[] { 1, 1 }, new double[] { 9, 9 }, new double[] { 1, 1 }, new double[] { 7, 8 }, new double[] { 1, 1 });

        double[] values = Features.Pipeline(f => [f.Of(hourly).Close]).Compute(Candles.Of([.. Enumerable.Repeat(1.0, 11)]))[0];

        // The candle before the first closed at its open: known for five minutes. The next closes with the fifth minute, and none after the tenth.
        Assert.Equal([7, 7, 7, 7, 8, 8, 8, 8, 8, double.NaN, double.NaN], values);
    }

    [Fact]
    public void It_is_named_after_the_other_and_joins_with_ones_own()
    {
        CandleSeries other = Candles.Generate(300, seed: 2);
        FeaturePipeline pipeline = Features.Pipeline(f => [f.Of(other).Return(1) - f.Return(1), f.Of(other).On(Timeframe.FiveMinutes).Rsi(5)]);

        Assert.Equal(["return(1) on SYN - return(1)", "rsi(5) on SYN 5m"], pipeline.Names);
    }

    [Fact]
    public void It_is_causal_and_runs_in_a_backtest()
    {
        CandleSeries own = Candles.Generate(1500, seed: 1, edge: 0.3), other = Candles.Generate(1500, seed: 2);
        FeaturePipeline pipeline = Features.Pipeline(f => [f.Return(1), f.Of(other).Return(1)]);
        Dataset data = Dataset.From(own, pipeline, Label.ForwardReturn(2).Direction());

        Assert.True(data.Leakage().IsClean);
        IModel model = new Logistic().Train(data, data.AllRows().AsMemory(0, 700), seed: 1);
        Assert.NotEmpty(Backtest.Run(own, new ModelStrategy(pipeline, model) { LongFrom = 0.5 }).Fills);
    }
}
