using System.Diagnostics;
using System.Text;

namespace TradeBot.Optimization.Tests;

public sealed class TrialLedgerTests : IDisposable
{
    private static readonly LedgerEntry First = new("ema cross", 7, 0, "fast=5, rate=0.1", TrialState.Complete, 1 / 3.0, "ab12");
    private static readonly LedgerEntry Second = new("öl, \"quoted\"\n", -1, 1, "x=1", TrialState.Failed, double.NaN, "ab12");
    private static readonly LedgerEntry Elsewhere = First with { DataHash = null };

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Entries_read_back_exactly_by_their_data()
    {
        Write(First, Elsewhere, Second);

        using var again = TrialLedger.Open(_folder);
        Assert.Equal([First, Second], again.EntriesOn("ab12"));
        Assert.Empty(again.EntriesOn("cd34"));
    }

    [Fact]
    public void None_writes_nothing_down_and_knows_of_nothing()
    {
        TrialLedger.None.Append(First);
        TrialLedger.None.Flush();

        Assert.Empty(TrialLedger.None.EntriesOn("ab12"));
    }

    [Fact]
    public void A_line_is_in_a_file_of_its_data_set_before_Append_returns()
    {
        string hash = new('a', 64);
        using var ledger = TrialLedger.Open(_folder);
        ledger.Append(First with { DataHash = hash });

        Assert.Equal(
            "{\"study\":\"ema cross\",\"seed\":7,\"number\":0,\"parameters\":\"fast=5, rate=0.1\",\"state\":\"Complete\",\"value\":0.3333333333333333,\"data\":\"" + hash + "\"}\n",
            TextOf(Path.Combine(_folder, "aaaaaaaaaaaaaaaa.1.jsonl")));
    }

    [Fact]
    public void Several_write_at_once_and_each_reads_the_others()
    {
        using var one = TrialLedger.Open(_folder);
        using var other = TrialLedger.Open(_folder);
        one.Append(First);
        Assert.Equal([First], other.EntriesOn("ab12"));
        other.Append(Second);
        one.Append(Second with { Number = 2 });
        other.Append(Second with { Number = 3 });

        Assert.Equal(2, Files.Length);
        Assert.Equal([0, 1, 2, 3], one.EntriesOn("ab12").Select(e => e.Number).Order());
        Assert.Equal([0, 1, 2, 3], other.EntriesOn("ab12").Select(e => e.Number).Order());
    }

    [Fact]
    public void What_is_known_is_not_written_again()
    {
        Write(First, First, Second);
        Write(First, Second);

        Assert.Equal(2, File.ReadAllLines(Assert.Single(Files)).Length);
    }

    [Fact]
    public void A_torn_last_line_counts_for_nothing()
    {
        Write(First);
        File.AppendAllText(Files[0], """{"study":"ema cr""");
        Write(Second);

        using var again = TrialLedger.Open(_folder);
        Assert.Equal([First, Second], again.EntriesOn("ab12"));
    }

    [Theory]
    [InlineData("{\"study\":\"ema cr\n")]
    [InlineData("{\"study\":\"a\"}\n")]
    [InlineData("\n")]
    [InlineData("[]\n")]
    public void Any_other_broken_line_is_named(string line)
    {
        Write(First);
        using var before = TrialLedger.Open(_folder);
        Assert.Single(before.EntriesOn("ab12"));
        File.AppendAllText(Files[0], line, Encoding.UTF8);

        using var ledger = TrialLedger.Open(_folder);
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => ledger.EntriesOn("ab12")).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => before.EntriesOn("ab12")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_with_the_way_out()
    {
        File.WriteAllText(_folder, "a file in its place");
        try
        {
            using var ledger = TrialLedger.Open(_folder);
            var error = Assert.Throws<IOException>(() => ledger.Append(First));
            Assert.Contains("TRADEBOT_TRIALS", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(_folder);
        }
    }

    [Fact]
    public void The_shared_ledger_lies_beside_the_nearest_candles()
    {
        string data = Directory.CreateDirectory(Path.Combine(_folder, "data", "sample")).Parent!.FullName;
        string notebooks = Directory.CreateDirectory(Path.Combine(_folder, "notebooks", "mine")).FullName;
        string user = LedgerLocation.Find(null, notebooks).Folder!;
        File.WriteAllText(Path.Combine(data, "sample", "SYNBTC_1m.csv.gz"), "");

        Assert.EndsWith(Path.Combine("TradeBot", "trials"), user, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(data, "trials"), LedgerLocation.Find("", notebooks).Folder);
        Assert.Equal(new LedgerLocation("elsewhere"), LedgerLocation.Find("elsewhere", notebooks));
        Assert.Equal(new LedgerLocation(null), LedgerLocation.Find("memory", notebooks));
        Assert.True(LedgerLocation.Find("off", notebooks).IsOff);
        Assert.Equal(new LedgerLocation(Path.Combine(data, "trials"), IsAlone: true), LedgerLocation.Find("alone", notebooks));
        Assert.Equal(Path.Combine("candles", "trials"), LedgerLocation.Beside(null, "candles").Folder);
    }

    [Fact]
    public async Task A_process_counts_its_trials_beside_the_candles_without_being_asked()
    {
        string data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName, notebooks = Directory.CreateDirectory(Path.Combine(_folder, "notebooks")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "SYNBTC_1m.csv"), "");
        using (var ledger = TrialLedger.Beside(data, Path.Combine(data, "trials"))!)
            ledger.Append(First);

        foreach ((string? place, string expected) in ((string?, string)[])[(null, "5 1"), (null, "5 1"), ("memory", "5 0"), ("off", "5 0")])
        {
            using Process process = StudyProcess.Start(notebooks, place);
            Assert.Equal(expected, (await StudyProcess.OutputOfAsync(process)).Trim());
        }

        using var after = TrialLedger.Open(Path.Combine(data, "trials"));
        Assert.Equal(6, after.EntriesOn("ab12").Count);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(data, "trials")).Length); // the second run found its trials written down
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
            ledger.EntriesOn("ab12"));
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

    [Fact]
    public void Alone_counts_with_the_others_and_reads_only_its_own()
    {
        string candles = Path.Combine(_folder, "candles");
        LedgerEntry theirs = new("theirs", 7, 0, "x=0", TrialState.Complete, 1, "ab12"), both = theirs with { Study = "both" }, mine = theirs with { Study = "mine" };
        using (var others = TrialLedger.Open(Path.Combine(candles, "trials")))
        {
            others.Append(theirs);
            others.Append(both);
        }

        using (var alone = TrialLedger.Beside(candles, TrialLedger.Alone))
        {
            alone!.Append(both);
            alone.Append(mine);
            Assert.Equal([both, mine], alone.EntriesOn("ab12"));
        }

        using var after = TrialLedger.Open(Path.Combine(candles, "trials"));
        Assert.Equal(["both", "mine", "theirs"], after.EntriesOn("ab12").Select(e => e.Study).Order());
    }

    private string[] Files => Directory.GetFiles(_folder);

    private void Write(params LedgerEntry[] entries)
    {
        using var ledger = TrialLedger.Open(_folder);
        foreach (LedgerEntry entry in entries)
            ledger.Append(entry);
        ledger.Flush();
    }

    private static string TextOf(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
