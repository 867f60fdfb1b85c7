using System.Text;

namespace TradeBot.Optimization.Tests;

public sealed class TrialLedgerTests : IDisposable
{
    private static readonly LedgerEntry First = new("ema cross", 7, 0, "fast=5, rate=0.1", TrialState.Complete, 1 / 3.0, "ab12");
    private static readonly LedgerEntry Second = new("öl, \"quoted\"\n", -1, 1, "x=1", TrialState.Failed, double.NaN, null);

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Entries_read_back_exactly()
    {
        using (var ledger = TrialLedger.Open(_path))
        {
            ledger.Append(First);
            ledger.Append(Second);
        }

        using var again = TrialLedger.Open(_path);
        Assert.Equal([First, Second], again.Entries);
    }

    [Fact]
    public void A_line_is_in_the_file_before_Append_returns()
    {
        using var ledger = TrialLedger.Open(_path);
        ledger.Append(First);

        using var reader = new StreamReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal(
            """{"study":"ema cross","seed":7,"number":0,"parameters":"fast=5, rate=0.1","state":"Complete","value":0.3333333333333333,"data":"ab12"}""" + "\n",
            reader.ReadToEnd());
    }

    [Fact]
    public void A_torn_last_line_is_dropped_and_the_next_entry_takes_its_place()
    {
        using (var ledger = TrialLedger.Open(_path))
            ledger.Append(First);
        File.AppendAllText(_path, """{"study":"ema cr""");

        using (var ledger = TrialLedger.Open(_path))
            ledger.Append(Second);

        using var again = TrialLedger.Open(_path);
        Assert.Equal([First, Second], again.Entries);
    }

    [Theory]
    [InlineData("{\"study\":\"ema cr\n")]
    [InlineData("{\"study\":\"a\"}\n")]
    [InlineData("\n")]
    [InlineData("[]\n")]
    public void Any_other_broken_line_is_named(string line)
    {
        using (var ledger = TrialLedger.Open(_path))
            ledger.Append(First);
        File.AppendAllText(_path, line, Encoding.UTF8);

        var error = Assert.Throws<InvalidDataException>(() => TrialLedger.Open(_path));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_evaluation_of_a_study_is_written_down()
    {
        using var ledger = new TrialLedger();
        Study.Named("fragile", seed: 7).Int("x", 0..2).Maximize((int value) => value)
            .Grid(
                p => p["x"] == 1 ? throw new InvalidOperationException() : (int)p["x"],
                new StudyOptions { Ledger = ledger, DataHash = "ab12", MaxParallelism = 1 });

        Assert.Equal(
            [
                new("fragile", 7, 0, "x=0", TrialState.Complete, 0, "ab12"),
                new("fragile", 7, 1, "x=1", TrialState.Failed, double.NaN, "ab12"),
                new("fragile", 7, 2, "x=2", TrialState.Complete, 2, "ab12"),
            ],
            ledger.Entries);
    }

    [Fact]
    public void Earlier_trials_on_the_same_data_count_once_and_repeats_do_not()
    {
        using var ledger = new TrialLedger();
        StudyResult Search(string name, int high, string? data) => Study.Named(name, seed: 7).Int("x", 0, high)
            .Maximize((int value) => value).Grid(p => p["x"], new StudyOptions { Ledger = ledger, DataHash = data });

        Search("wide", 9, "ab12");
        Search("other data", 4, "cd34");

        Assert.Equal(10, Search("narrow", 2, "ab12").EarlierTrials);
        Assert.Equal(10, Search("narrow", 2, "ab12").EarlierTrials); // its own repetition adds nothing
        Assert.Equal(3, Search("wide", 9, "ab12").EarlierTrials);
        Assert.Equal(0, Search("narrow", 2, data: null).EarlierTrials);
    }
}
