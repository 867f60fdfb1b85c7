using System.Globalization;
using TradeBot.Learning;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Boosted trees beside XGBoost's, which a Python process trains on the same rows, each in turn.</summary>
internal static class BoostingBench
{
    private const int Train = 300_000, Test = 100_000, Trees = 100, Depth = 6, Threads = 2;

    public static void Run(TextWriter output)
    {
        int seeds = Setting("SEEDS", 1), rounds = Setting("ROUNDS", 3);
        string? only = Environment.GetEnvironmentVariable("TRADEBOT_BENCH_DATA");
        output.WriteLine(FormattableString.Invariant($"boosted trees: {Train:N0} rows × {BoostingData.Width}, {Trees} trees, depth {Depth}, {Threads} threads; best of {rounds}, in turn; ratios to XGBoost, of the clock and of processor time"));
        output.WriteLine("data        seed      AUC  XGB AUC     diff  train s  ratio    cpu  predict s  ratio    cpu   kB  XGB kB");
        foreach (string name in BoostingData.Names.Where(name => only == null || name == only))
        {
            List<double> differences = [];
            for (int seed = 0; seed < seeds; seed++)
            {
                if (BoostingData.Make(name, Train + Test, seed) is (double[][] columns, double[] target))
                    differences.Add(Compare(name, seed, rounds, columns, target, output));
                else
                    output.WriteLine($"{name,-10} no candles here");
            }

            if (differences.Count > 1)
                output.WriteLine(FormattableString.Invariant($"{name,-10}  mean difference of the AUC {differences.Average():0.00000} over {differences.Count} seeds"));
        }
    }

    /// <returns>By how much the area under our curve is larger.</returns>
    private static double Compare(string name, int seed, int rounds, double[][] columns, double[] target, TextWriter output)
    {
        Dataset data = Dataset.FromColumns([.. Enumerable.Range(0, columns.Length).Select(i => $"f{i}")], columns, target);
        int[] train = [.. Enumerable.Range(0, Train)], test = [.. Enumerable.Range(Train, Test)];
        double[] probabilities = new double[Test], foreign = [];
        Took training = Took.Longest, predicting = Took.Longest, peerTraining = Took.Longest, peerPredicting = Took.Longest;
        double peerBytes = double.NaN;
        IModel? model = null;
        using var rows = new PeerRows(columns, target, Train);
        for (int round = 0; round < rounds; round++)
        {
            training = training.Or(Took.By(() => model = new GradientBoosting { Trees = Trees, Depth = Depth, Threads = Threads }.Train(data, train, seed)));
            for (int i = 0; i < 3; i++)
                predicting = predicting.Or(Took.By(() => model!.Predict(data, test, probabilities)));
            if (rows.Run("xgb.py", $"{Trees} {Depth} {Threads}") is not (double[] numbers, double[] said))
                continue;
            (foreign, peerBytes) = (said, numbers[4]);
            (peerTraining, peerPredicting) = (peerTraining.Or(new(numbers[0], numbers[1])), peerPredicting.Or(new(numbers[2], numbers[3])));
        }

        double[] targets = target[Train..];
        double auc = Scores.Of(probabilities, targets, targets).Auc, other = foreign.Length == 0 ? double.NaN : Scores.Of(foreign, targets, targets).Auc;
        using var file = new MemoryStream();
        ModelFile.Write(model!, file);
        output.WriteLine(FormattableString.Invariant(
            $"{name,-10} {seed,5} {auc,8:0.0000} {other,8:0.0000} {auc - other,8:0.0000} {training.Seconds,8:0.00} {training.Seconds / peerTraining.Seconds,6:0.00} {training.Processor / peerTraining.Processor,6:0.00} {predicting.Seconds,10:0.000} {predicting.Seconds / peerPredicting.Seconds,6:0.00} {predicting.Processor / peerPredicting.Processor,6:0.00} {file.Length / 1024,4} {peerBytes / 1024,7:0}"));
        return auc - other;
    }

    private static int Setting(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable("TRADEBOT_BENCH_" + name) ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
