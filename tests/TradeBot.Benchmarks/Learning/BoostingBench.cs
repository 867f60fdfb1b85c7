using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TradeBot.Learning;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Boosted trees beside XGBoost's, which a Python process trains on the same rows.</summary>
internal static class BoostingBench
{
    private const int Train = 300_000, Test = 100_000, Trees = 100, Depth = 6, Threads = 2, Rounds = 3;

    public static void Run(TextWriter output)
    {
        int seeds = int.Parse(Environment.GetEnvironmentVariable("TRADEBOT_BENCH_SEEDS") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine(FormattableString.Invariant($"boosted trees: {Train:N0} rows × {BoostingData.Width}, {Trees} trees, depth {Depth}, {Threads} threads; best of {Rounds}; ratios to XGBoost"));
        output.WriteLine("data        seed      AUC  XGB AUC     diff  train s  ratio  predict s  ratio   kB  XGB kB");
        string? only = Environment.GetEnvironmentVariable("TRADEBOT_BENCH_DATA");
        foreach (string name in BoostingData.Names.Where(name => only == null || name == only))
        {
            for (int seed = 0; seed < seeds; seed++)
            {
                if (BoostingData.Make(name, Train + Test, seed) is (double[][] columns, double[] target))
                    Compare(name, seed, columns, target, output);
                else
                    output.WriteLine($"{name,-10} no candles here");
            }
        }
    }

    private static void Compare(string name, int seed, double[][] columns, double[] target, TextWriter output)
    {
        Dataset data = Dataset.FromColumns([.. Enumerable.Range(0, columns.Length).Select(i => $"f{i}")], columns, target);
        int[] train = [.. Enumerable.Range(0, Train)], test = [.. Enumerable.Range(Train, Test)];
        double[] probabilities = new double[Test], foreign = new double[Test];
        (double Training, double Predicting, double Bytes)? peer = Peer(columns, target, foreign);
        double training = double.PositiveInfinity, predicting = double.PositiveInfinity;
        IModel? model = null;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            model = new GradientBoosting { Trees = Trees, Depth = Depth, Threads = Threads }.Train(data, train, seed);
            training = Math.Min(training, Stopwatch.GetElapsedTime(start).TotalSeconds);
            for (int i = 0; i < 3; i++)
            {
                start = Stopwatch.GetTimestamp();
                model.Predict(data, test, probabilities);
                predicting = Math.Min(predicting, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        double[] targets = target[Train..];
        double auc = Scores.Of(probabilities, targets, targets).Auc, other = peer == null ? double.NaN : Scores.Of(foreign, targets, targets).Auc;
        using var file = new MemoryStream();
        ModelFile.Write(model!, file);
        output.WriteLine(FormattableString.Invariant(
            $"{name,-10} {seed,5} {auc,8:0.0000} {other,8:0.0000} {auc - other,8:0.0000} {training,8:0.00} {training / peer?.Training,6:0.00} {predicting,10:0.000} {predicting / peer?.Predicting,6:0.00} {file.Length / 1024,4} {peer?.Bytes / 1024,7:0}"));
    }

    private static (double Training, double Predicting, double Bytes)? Peer(double[][] columns, double[] target, double[] probabilities)
    {
        string path = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"tradebot-boosting-{Environment.ProcessId}.bin"));
        try
        {
            using (FileStream file = File.Create(path))
            {
                file.Write(MemoryMarshal.AsBytes<double>([Train, Test, columns.Length]));
                foreach (double[] column in columns)
                    file.Write(MemoryMarshal.AsBytes<double>(column));
                file.Write(MemoryMarshal.AsBytes<double>(target));
            }

            string script = Repository.PathOf("tests", "learning", "xgb.py");
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("TRADEBOT_BENCH_PYTHON") ?? "python3", FormattableString.Invariant($"\"{script}\" \"{path}\" {Trees} {Depth} {Threads} {Rounds}")) { RedirectStandardOutput = true, UseShellExecute = false };
            using Process process = Process.Start(start)!;
            string[] answer = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            if (process.ExitCode != 0)
                return null;

            File.ReadAllBytes(path + ".out").AsSpan().CopyTo(MemoryMarshal.AsBytes(probabilities.AsSpan()));
            double[] numbers = [.. answer.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            return (numbers[0], numbers[1], numbers[2]);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".out");
        }
    }
}
