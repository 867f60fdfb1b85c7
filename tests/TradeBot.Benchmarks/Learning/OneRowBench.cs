using System.Diagnostics;
using TradeBot.Learning;
using TradeBot.MarketData;

namespace TradeBot.Benchmarks.Learning;

/// <summary>One candle through a pipeline and a model: how long until the probability is there.</summary>
internal static class OneRowBench
{
    private const int Candles = 60_000, WarmUp = 20_000;

    public static void Run(TextWriter output)
    {
        var options = new SyntheticMarketOptions { Symbols = [new SyntheticSymbol("SYN", 20_000, 0.6)], Seed = 1, Count = Candles };
        CandleSeries series = MarketGenerator.Generate(options)[0];
        FeaturePipeline pipeline = Features.Pipeline(f =>
        [
            f.Return(1), f.Return(5), f.Return(60), f.Rsi(14), f.Atr(14) / f.Close, f.Volatility(30), f.Volatility(240), f.Volume.ZScore(240),
            f.On(Timeframe.OneHour).EmaSlope(20), f.HourOfDay().Cyclic(),
        ]);
        Dataset data = Dataset.From(series, pipeline, Label.ForwardReturn(30).Direction());
        int[] rows = data.RowsKnownBy(series.OpenTimeAt(WarmUp));
        output.WriteLine(FormattableString.Invariant($"one candle through {pipeline.Names.Count} features and a model, {Candles - WarmUp:N0} times; microseconds"));
        output.WriteLine("model                            p50     p99   p99.9  bytes allocated");
        ITrainer[] trainers =
        [
            new Logistic(), new GradientBoosting { Trees = 200, Depth = 6 }, new RandomForest { Trees = 200 }, new NeuralNetwork { Epochs = 3 },
            new Calibrated { Member = new Voting { Members = [new Logistic(), new GradientBoosting(), new NeuralNetwork { Epochs = 3 }] }, Folds = 2 },
        ];
        foreach (ITrainer trainer in trainers)
            Measure(trainer.Train(data, rows, seed: 1), pipeline, series, output);
    }

    private static void Measure(IModel model, FeaturePipeline pipeline, CandleSeries series, TextWriter output)
    {
        FeatureStream stream = pipeline.Start(series.Timeframe);
        double[] row = new double[stream.Count];
        long[] ticks = new long[Candles - WarmUp];
        for (int i = 0; i < WarmUp; i++)
        {
            stream.Update(series[i], row);
            model.Predict(row);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = WarmUp; i < Candles; i++)
        {
            Candle candle = series[i];
            long start = Stopwatch.GetTimestamp();
            stream.Update(candle, row);
            model.Predict(row);
            ticks[i - WarmUp] = Stopwatch.GetTimestamp() - start;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(ticks);
        string name = model.Name.Length > 26 ? model.Name[..26] : model.Name;
        output.WriteLine(FormattableString.Invariant($"{name,-28} {At(0.5),7:0.00} {At(0.99),7:0.00} {At(0.999),7:0.00} {allocated,16:N0}"));

        double At(double share) => ticks[(int)(share * (ticks.Length - 1))] * 1e6 / Stopwatch.Frequency;
    }
}
