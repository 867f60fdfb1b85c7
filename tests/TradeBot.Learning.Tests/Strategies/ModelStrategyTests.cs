using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Learning.Tests;

public class ModelStrategyTests
{
    private static readonly CandleSeries Series = Candles.Generate(2000, edge: 0.3, withOutage: true);
    private static readonly FeaturePipeline Pipeline = Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30), f.On(Timeframe.FiveMinutes).Rsi(5)]);
    private static readonly Dataset Data = Dataset.From(Series, Pipeline, Label.ForwardReturn(3).Direction());
    private static readonly IModel Model = new Logistic().Train(Data, Data.AllRows(), seed: 0);

    [Fact]
    public void Decides_by_the_features_that_it_was_trained_on()
    {
        var recorder = new Recorder(Model);
        int warmUp = Drive(new ModelStrategy(Pipeline, recorder), Series).TakeWhile((_, i) => i < Data.Candles[0]).Count();

        double[] batch = new double[Data.RowCount];
        Model.Predict(Data, Data.AllRows(), batch);
        double[] live = [.. Data.Candles.ToArray().Select(candle => recorder.Probabilities[candle - warmUp])];
        Assert.Equal(batch.Select(BitConverter.DoubleToInt64Bits), live.Select(BitConverter.DoubleToInt64Bits));
    }

    [Theory]
    [InlineData(0.55, null, 0.55, 1)]
    [InlineData(0.55, null, 0.549, 0)]
    [InlineData(0.55, null, 0.01, 0)]
    [InlineData(0.55, 0.45, 0.45, -1)]
    [InlineData(0.55, 0.45, 0.5, 0)]
    public void Exposure_follows_the_thresholds(double longFrom, double? shortUpTo, double probability, double exposure)
    {
        var strategy = new ModelStrategy(Pipeline, new Constant(probability)) { LongFrom = longFrom, ShortUpTo = shortUpTo };

        Assert.Equal(exposure, Drive(strategy, Series)[^1]);
    }

    [Fact]
    public void Is_flat_until_every_feature_is_known()
    {
        double[] exposures = Drive(new ModelStrategy(Pipeline, new Constant(1)), Series);

        int first = Array.FindIndex(exposures, exposure => exposure != 0);
        Assert.Equal(Data.Candles[0], first);
        Assert.InRange(first, 29, Pipeline.WarmUpOn(Timeframe.OneMinute) - 1);
    }

    [Fact]
    public void Runs_in_a_backtest()
    {
        BacktestResult run = Backtest.Run(Series, new ModelStrategy(Pipeline, Model) { ShortUpTo = 0.45 });

        Assert.NotEmpty(run.Fills);
        Assert.Equal("logistic(C=1) long from 0.55 short up to 0.45", run.Strategy);
    }

    [Fact]
    public void A_pipeline_of_other_features_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ModelStrategy(Features.Pipeline(f => [f.Return(1)]), Model));

    [Fact]
    public void A_pipeline_that_needs_the_whole_series_is_refused()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.FromSeries("x", series => series.Close.ToArray())]);

        Assert.Throws<ArgumentException>(() => new ModelStrategy(pipeline, new Constant(1) { Features = pipeline.Names }));
    }

    [Fact]
    public void Thresholds_that_cross_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => Drive(new ModelStrategy(Pipeline, Model) { LongFrom = 0.5, ShortUpTo = 0.5 }, Series));

    private static double[] Drive(ModelStrategy strategy, CandleSeries series)
    {
        IStrategySession session = strategy.Start([new CandleFeed(series.Symbol, series.Timeframe)]);
        var targets = new DrivenTargets([series.Symbol]);
        return [.. series.Select(candle =>
        {
            session.OnCandle(0, candle);
            session.Decide(targets);
            return targets[0];
        })];
    }

    private sealed class Recorder(IModel inner) : IModel
    {
        public List<double> Probabilities { get; } = [];

        public string Name => inner.Name;

        public IReadOnlyList<string> Features => inner.Features;

        public double Predict(ReadOnlySpan<double> row)
        {
            Probabilities.Add(inner.Predict(row));
            return Probabilities[^1];
        }
    }

    private sealed class Constant(double probability) : IModel
    {
        public string Name => "constant";

        public IReadOnlyList<string> Features { get; init; } = Pipeline.Names;

        public double Predict(ReadOnlySpan<double> row) => probability;
    }
}
