using System.Diagnostics;
using Xunit.Abstractions;

namespace TradeBot.Optimization.Tests;

public sealed class KilledStudyTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 100, MostTrials = 9, LongestDelay = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_process_killed_a_hundred_times_and_resumed_each_time_ends_with_the_trials_of_an_uninterrupted_one()
    {
        var chance = new Random(11);
        List<int> held = [];
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = StudyProcess.Start(_folder, "off", Journal, Ledger);
            await RequireTrialsAsync(process, chance.Next(1, MostTrials));
            await Task.Delay(chance.Next(0, LongestDelay));
            process.Kill(); // SIGKILL, or TerminateProcess: nothing of the process runs after it
            await process.WaitForExitAsync().WaitAsync(StudyProcess.Patience);
            held.Add(StudyJournal.Read(Journal)?.TrialCount ?? 0);
        }

        output.WriteLine($"trials in the journal after each kill: {string.Join(' ', held)}");
        Assert.InRange(held.Distinct().Count(), 30, Kills); // the kills came at many different trials
        Assert.InRange(held[^1], 1, KilledStudy.Trials - 1); // and none of them too late

        using (Process last = StudyProcess.Start(_folder, "off", Journal, Ledger))
            await StudyProcess.OutputOfAsync(last);

        StudyResult expected = KilledStudy.Run(new StudyOptions { MaxParallelism = 2 }, () => { });
        Assert.Equal(expected.Trials.Select(Text), StudyJournal.Read(Journal)!.Trials.Select(Text));
        using var ledger = TrialLedger.Open(Ledger);
        Assert.Equal(
            expected.Trials.Select(t => new LedgerEntry("bowl", 7, t.Number, t.Parameters.ToString(), t.State, t.State == TrialState.Complete ? t.Value : double.NaN, KilledStudy.Data)),
            ledger.EntriesOn(KilledStudy.Data).OrderBy(e => e.Number));
    }

    private string Journal => Path.Combine(_folder, "bowl.study.jsonl");

    private string Ledger => Path.Combine(_folder, "trials");

    /// <summary>Lets so many trials begin that no run before has ended, and waits for that.</summary>
    private static async Task RequireTrialsAsync(Process process, int count)
    {
        for (int trial = 0; trial < count; trial++)
            await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        for (int trial = 0; trial < count; trial++)
        {
            if (await process.StandardOutput.ReadLineAsync().WaitAsync(StudyProcess.Patience) is null)
                Assert.Fail($"The study ended by itself after {trial} trials: {await process.StandardError.ReadToEndAsync().WaitAsync(StudyProcess.Patience)}");
        }
    }

    private static string Text(Trial t) =>
        $"{t.Number} {t.Seed} {t.Parameters} {t.State} {string.Join(' ', t.Values.Select(BitConverter.DoubleToInt64Bits))} {string.Join(' ', t.Steps.ToArray())} {t.Error}";
}
