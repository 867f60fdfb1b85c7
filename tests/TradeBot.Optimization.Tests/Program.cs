using TradeBot.Optimization;
using TradeBot.Optimization.Tests;

// A study in a process of its own, for tests that end it by force: journal and ledger folder are given.
using var journal = StudyJournal.Open(args[0]);
using var ledger = TrialLedger.Open(args[1]);
KilledStudy.Run(new StudyOptions { Storage = journal, Ledger = ledger, DataHash = KilledStudy.Data, MaxParallelism = 2 }, began: () =>
{
    Console.WriteLine(KilledStudy.Began);
    CancellationToken.None.WaitHandle.WaitOne(2);
});
