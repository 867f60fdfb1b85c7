using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Learning;

/// <summary>Rows in a file, from which a Python process learns what a trainer here learns.</summary>
internal sealed class PeerRows : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly string _path = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"tradebot-learning-{Environment.ProcessId}.bin"));

    public PeerRows(double[][] columns, double[] target, int train)
    {
        using FileStream file = File.Create(_path);
        file.Write(MemoryMarshal.AsBytes<double>([train, target.Length - train, columns.Length]));
        foreach (double[] column in columns)
            file.Write(MemoryMarshal.AsBytes<double>(column));
        file.Write(MemoryMarshal.AsBytes<double>(target));
    }

    /// <summary>What the script prints, and the probabilities of the test rows; null when it fails, such as for want of a package.</summary>
    public (double[] Numbers, double[] Probabilities)? Run(string script, FormattableString arguments)
    {
        string path = Repository.PathOf("tests", "learning", script), python = Environment.GetEnvironmentVariable("TRADEBOT_BENCH_PYTHON") ?? "python3";
        var start = new ProcessStartInfo(python, $"\"{path}\" \"{_path}\" {FormattableString.Invariant(arguments)}")
        {
            RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Repository.PathOf("tests", "learning"),
        };
        using Process process = Process.Start(start)!;
        Task<string> answer = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end in {Limit}.");
        }

        if (process.ExitCode != 0)
            return null;

        string[] numbers = answer.Result.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return ([.. numbers.Select(text => double.Parse(text, CultureInfo.InvariantCulture))], MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(_path + ".out")).ToArray());
    }

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + ".out");
    }
}
