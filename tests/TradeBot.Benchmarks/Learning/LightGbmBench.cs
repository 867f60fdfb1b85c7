using System.Globalization;
using TradeBot.Integrations.MLNet;
using TradeBot.Learning;

namespace TradeBot.Benchmarks.Learning;

/// <summary>LightGBM through ML.NET beside our own boosting: the same rows, trees, leaves and learning rate, one thread each, in turn.</summary>
internal static class LightGbmBench
{
    private const int Trees = 100, Leaves = 31;
    private const double Rate = 0.1, Megabyte = 1 << 20;

    public static void Run(TextWriter output)
    {
        int train = int.Parse(Environment.GetEnvironmentVariable("TRADEBOT_BENCH_ROWS") ?? "80000", CultureInfo.InvariantCulture), test = train / 3;
        output.WriteLine(FormattableString.Invariant($"{train:N0} training rows × {BoostingData.Width}, {test:N0} test rows, {Trees} trees of {Leaves} leaves, learning rate {Rate}, one thread; best of 2, in turn; processor seconds"));
        output.WriteLine("data      trainer        AUC  train s  predict s  peak MB  model kB");
        foreach (string name in BoostingData.Names)
        {
            if (BoostingData.Make(name, train + test, seed: 0) is not (double[][] columns, double[] target))
            {
                output.WriteLine($"{name,-9} no candles here");
                continue;
            }

            if (Array.Exists(columns, column => Array.Exists(column, double.IsNaN)))
            {
                output.WriteLine($"{name,-9} has missing values among these rows, which ML.NET's trainers take silently for numbers: choose fewer by TRADEBOT_BENCH_ROWS");
                continue;
            }

            Dataset data = Dataset.FromColumns([.. Enumerable.Range(0, columns.Length).Select(i => $"f{i}")], columns, target);
            int[] rows = [.. Enumerable.Range(0, train + test)];
            Row ours = new("ours"), theirs = new("LightGBM");
            for (int round = 0; round < 2; round++)
            {
                ours.Measure(
                    () => new GradientBoosting { Trees = Trees, Leaves = Leaves, LearningRate = Rate, Threads = 1 }.Train(data, rows.AsMemory(0, train), seed: 0),
                    (model, predictions) => model.Predict(data, rows.AsSpan(train), predictions), data, train);
                theirs.Measure(
                    () => MlNet.LightGbm(Trees, Leaves, Rate).Train(data, rows.AsMemory(0, train), seed: 0),
                    (model, predictions) => ((MlNetModel)model).PredictMany(data, rows.AsSpan(train)).CopyTo(predictions, 0), data, train);
            }

            output.WriteLine($"{name,-9} {ours}");
            output.WriteLine($"{name,-9} {theirs}");
        }
    }

    /// <summary>The least that a trainer took, and what its model is.</summary>
    private sealed class Row(string trainer)
    {
        private Took _training = Took.Longest, _predicting = Took.Longest;
        private double _auc, _peak = double.PositiveInfinity;
        private long _bytes;

        public void Measure(Func<IModel> train, Action<IModel, double[]> predict, Dataset data, int first)
        {
            IModel? model = null;
            _peak = Math.Min(_peak, PeakMemory.Of(() => _training = _training.Or(Took.By(() => model = train()))));
            double[] predictions = new double[data.RowCount - first];
            _predicting = _predicting.Or(Took.By(() => predict(model!, predictions)));
            _auc = Scores.Of(predictions, data.Target[first..], data.Target[first..]).Auc;
            using var file = new MemoryStream();
            ModelFile.Write(model!, file);
            _bytes = file.Length;
        }

        public override string ToString() => FormattableString.Invariant(
            $"{trainer,-10} {_auc,7:0.0000} {_training.Processor,8:0.00} {_predicting.Processor,10:0.000} {_peak / Megabyte,8:0} {_bytes / 1024,9}");
    }
}
