using System.Globalization;
using TradeBot.Learning;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Forest, logistic regression and network beside scikit-learn's, which a Python process trains on the same rows.</summary>
internal static class TrainersBench
{
    private const int Train = 20_000, Test = 20_000, Threads = 2;

    public static void Run(TextWriter output)
    {
        int seeds = int.Parse(Environment.GetEnvironmentVariable("TRADEBOT_BENCH_SEEDS") ?? "1", CultureInfo.InvariantCulture);
        (string Name, ITrainer Trainer)[] pairs =
        [
            ("logistic", new Logistic()),
            ("logistic-l1", new Logistic { C = 0.01, L1Share = 1 }),
            ("forest", new RandomForest { Trees = 100, Threads = Threads }),
            ("network", new NeuralNetwork { Threads = Threads }),
        ];
        output.WriteLine(FormattableString.Invariant($"trainers: {Train:N0} rows × {BoostingData.Width}, {Threads} threads; beside scikit-learn's; means over {seeds} seeds, and the standard error of the difference"));
        output.WriteLine("data       method           AUC   theirs     diff ± error  train s  theirs  train cpu  theirs  predict s  theirs");
        string? only = Environment.GetEnvironmentVariable("TRADEBOT_BENCH_DATA");
        foreach (string data in BoostingData.Names.Where(name => only == null || name == only))
        {
            foreach ((string name, ITrainer trainer) in pairs)
            {
                Pair[] results = [.. Enumerable.Range(0, seeds).Select(seed => Compare(data, name, trainer, seed)).OfType<Pair>()];
                output.WriteLine(results.Length == 0 ? $"{data,-10} {name,-12} no candles or no scikit-learn here" : Line(data, name, results));
            }
        }
    }

    private static Pair? Compare(string name, string method, ITrainer trainer, int seed)
    {
        if (BoostingData.Make(name, Train + Test, seed) is not (double[][] columns, double[] target))
            return null;

        Dataset data = Dataset.FromColumns([.. Enumerable.Range(0, columns.Length).Select(i => $"f{i}")], columns, target);
        int[] train = [.. Enumerable.Range(0, Train)], test = [.. Enumerable.Range(Train, Test)];
        double[] probabilities = new double[Test], targets = target[Train..];
        IModel? model = null;
        Took training = Took.By(() => model = trainer.Train(data, train, seed)), predicting = Took.By(() => model!.Predict(data, test, probabilities));
        using var rows = new PeerRows(columns, target, Train);
        return rows.Run("sk.py", $"{method} {Threads} {seed}") is (double[] numbers, double[] said)
            ? new Pair(Scores.Of(probabilities, targets, targets).Auc, Scores.Of(said, targets, targets).Auc, training, new(numbers[0], numbers[1]), predicting, new(numbers[2], numbers[3]))
            : null;
    }

    private static string Line(string data, string name, Pair[] results)
    {
        double[] differences = [.. results.Select(result => result.Auc - result.TheirAuc)];
        double mean = differences.Average(), error = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (differences.Length - 1) / differences.Length);
        return FormattableString.Invariant(
            $"{data,-10} {name,-12} {results.Average(r => r.Auc),8:0.0000} {results.Average(r => r.TheirAuc),8:0.0000} {mean,8:0.0000} ± {error:0.0000} {results.Average(r => r.Training.Seconds),8:0.00} {results.Average(r => r.TheirTraining.Seconds),7:0.00} {results.Average(r => r.Training.Processor),10:0.00} {results.Average(r => r.TheirTraining.Processor),7:0.00} {results.Average(r => r.Predicting.Seconds),10:0.000} {results.Average(r => r.TheirPredicting.Seconds),7:0.000}");
    }

    private sealed record Pair(double Auc, double TheirAuc, Took Training, Took TheirTraining, Took Predicting, Took TheirPredicting);
}
