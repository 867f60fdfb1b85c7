using System.Diagnostics;
using TradeBot.Optimization;

namespace TradeBot.Benchmarks.Optimization;

/// <summary>What it costs that a study outlives a kill, and a power cut.</summary>
internal static class JournalBench
{
    private const int Trials = 10_000, Flushes = 50, Returns = 365;

    public static void Run(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-").FullName;
        try
        {
            output.WriteLine($"a study of {Trials:N0} free trials with {Returns} returns each, in {folder}");
            Print(output, "in memory", new StudyOptions());
            using (var journal = StudyJournal.Open(Path.Combine(folder, "journal")))
                Print(output, "journal", new StudyOptions { Storage = journal });
            using (var ledger = TrialLedger.Open(Path.Combine(folder, "trials")))
                Print(output, "ledger", new StudyOptions { Ledger = ledger, DataHash = "ab12" });

            using var single = StudyJournal.Open(Path.Combine(folder, "single"));
            Trial trial = Search(new StudyOptions(), 1).Trials[0];
            TimeSpan appended = Time(() => single.Append(trial)), flushed = Time(() =>
            {
                single.Append(trial);
                single.Flush();
            });
            output.WriteLine(FormattableString.Invariant($"  one trial to the system {appended.TotalMicroseconds:0} µs, to the disk {flushed.TotalMilliseconds:0.00} ms; a study does the latter at most four times a second"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(TextWriter output, string name, StudyOptions options)
    {
        Search(new StudyOptions(), 500);
        long began = Stopwatch.GetTimestamp();
        Search(options, Trials);
        TimeSpan time = Stopwatch.GetElapsedTime(began);
        output.WriteLine(FormattableString.Invariant($"  {name,-10} {time.TotalSeconds,7:0.00} s, {Trials / time.TotalSeconds,9:N0} trials/s"));
    }

    private static StudyResult Search(StudyOptions options, int trials) => Study.Named("free", seed: 1).Float("x", 0, 1)
        .Maximize((double[] r) => r[0]).Returns(r => r)
        .Random(trials, p => [.. Enumerable.Repeat((double)p["x"], Returns)], options with { MaxParallelism = 1 });

    private static TimeSpan Time(Action work)
    {
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Flushes; i++)
            work();
        return Stopwatch.GetElapsedTime(began) / Flushes;
    }
}
