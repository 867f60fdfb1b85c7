using TradeBot.Optimization;
using TradeBot.Optimization.Tests;

// Studies in a process of their own, for what tests cannot show of the process that they run in.
if (args.Length == 0)
{
    // As in a notebook: the data are stated, and nothing is said of a ledger.
    StudyResult counted = Study.Named("counted", seed: 1).Int("x", 0..4).Maximize((double value) => value)
        .Grid(p => p["x"], new StudyOptions { DataHash = KilledStudy.Data });
    Console.WriteLine($"{counted.TrialCount} {counted.EarlierTrials}");
    return;
}

// To be ended by force: journal and ledger folder are given, and each trial waits for a line, so that a busy machine does not let the study run away. Behind the last line all may begin.
using var journal = StudyJournal.Open(args[0]);
using var ledger = TrialLedger.Open(args[1]);
KilledStudy.Run(new StudyOptions { Storage = journal, Ledger = ledger, DataHash = KilledStudy.Data, MaxParallelism = 2 }, began: () =>
{
    Console.In.ReadLine();
    Console.WriteLine(KilledStudy.Began);
    CancellationToken.None.WaitHandle.WaitOne(2);
});
