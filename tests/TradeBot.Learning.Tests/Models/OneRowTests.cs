using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class OneRowTests
{
    public static TheoryData<ITrainer> Trainers() =>
    [
        new Logistic(), new GradientBoosting { Trees = 20 }, new RandomForest { Trees = 20 }, new NeuralNetwork { Epochs = 2 },
        new Calibrated { Member = new Voting { Members = [new Logistic(), new ExtraTrees { Trees = 10 }] }, Folds = 2 },
        new Reduced { Reduction = new Pca { Components = 4 }, Member = new NeuralNetwork { Epochs = 2 } },
    ];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_candle_goes_through_pipeline_and_model_without_allocating(ITrainer trainer)
    {
        CandleSeries series = Candles.Generate(3000);
        FeaturePipeline pipeline = Features.Pipeline(f =>
        [
            f.Return(1), f.Return(60), f.Rsi(14), f.Atr(14) / f.Close, f.Volume.ZScore(240),
            f.On(Timeframe.FiveMinutes).EmaSlope(20), f.HourOfDay().Cyclic(),
        ]);
        Dataset data = Dataset.From(series, pipeline, Label.ForwardReturn(5).Direction());
        IModel model = trainer.Train(data, data.AllRows(), seed: 1);
        FeatureStream stream = pipeline.Start(series.Timeframe);
        double[] row = new double[stream.Count];
        double sum = Run(0, 2000);

        // The windows of indicators take a new block once in 4,096 candles: not among these.
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Run(2000, 3000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.InRange(sum, 1, 3000);

        double Run(int from, int to)
        {
            double total = 0;
            for (int i = from; i < to; i++)
            {
                stream.Update(series[i], row);
                double probability = model.Predict(row);
                total += double.IsNaN(probability) ? 0 : probability;
            }

            return total;
        }
    }
}
