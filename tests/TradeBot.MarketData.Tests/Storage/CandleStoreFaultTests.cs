using System.Diagnostics;
using System.Globalization;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests.Storage;

public class CandleStoreFaultTests
{
    private const int Kills = 200;

    [Fact]
    public void A_process_killed_at_any_moment_leaves_all_that_was_acknowledged_and_no_half_row()
    {
        Parallel.For(0, Kills, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            using var folder = new TemporaryFolder();
            int acknowledged = KillAfterAWhile(folder.Path, seed);

            var model = new FaultModel();
            FaultStep[] steps = [.. FaultScript.Steps(seed).Take(acknowledged + 2)];
            foreach (FaultStep step in steps[..acknowledged])
                model.Apply(step);
            model.AssertHeld(folder.Path, underWay: steps[acknowledged]);

            // The next process goes on where this one was ended.
            CandleStore store = FaultScript.Open(folder.Path, FaultScript.Plain);
            store.Upsert(TestCandles.Minutes(1_000_000, 1, symbol: FaultScript.Plain));
            Assert.Equal(TestCandles.Start + 1_000_000 * UnixTime.MillisecondsPerMinute, CandleCsv.Read(Path.Combine(store.Folder, "PLAIN_1m.csv")).OpenTimes[^1]);
            Assert.Empty(Directory.GetFiles(store.Folder, "*.tmp"));
        });
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_full_disk_is_reported_and_leaves_what_was_held(int seed)
    {
        using var folder = new TemporaryFolder();
        SkipUnlessMountsAreOurs(folder.Path);

        (int exitCode, string[] lines) = RunToEnd("exec unshare -rm sh -c 'mount -t tmpfs -o size=300k none \"$0\" && exec \"$@\"' \"$4\" \"$@\"", folder.Path, seed);

        Assert.True(exitCode == 3, string.Join('\n', lines));
        Assert.True(lines.Length > 3, "Some writes succeed before the disk is full.");
        Assert.Matches("^'.*' was not (written|appended to), and the previous content is unchanged: .*No space left", lines[^1]);
    }

    [SkippableFact]
    public void A_read_only_folder_is_reported_and_leaves_what_was_held()
    {
        using var folder = new TemporaryFolder();
        SkipUnlessMountsAreOurs(folder.Path);
        foreach (string symbol in FaultScript.Symbols)
            FaultScript.Open(folder.Path, symbol).Replace(TestCandles.Minutes(0, 10, symbol: symbol));
        byte[] before = File.ReadAllBytes(Path.Combine(folder.Path, "PLAIN", "PLAIN_1m.csv"));

        (int exitCode, string[] lines) = RunToEnd("exec unshare -rm sh -c 'mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"' \"$4\" \"$@\"", folder.Path, seed: 1);

        Assert.True(exitCode == 3, string.Join('\n', lines));
        Assert.Matches("^The candle store '.*' cannot be written: .*Read-only file system", Assert.Single(lines));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder.Path, "PLAIN", "PLAIN_1m.csv")));
        Assert.Equal(10, FaultScript.Open(folder.Path, FaultScript.Plain).Load(FaultScript.Plain, Timeframe.OneMinute).Count);
    }

    private static int KillAfterAWhile(string folder, int seed)
    {
        var random = new Random(seed);
        int least = random.Next(0, 12);
        TimeSpan more = TimeSpan.FromMilliseconds(random.NextDouble() * random.Next(1, 20));

        using Process process = FaultProcess.Start(shell: null, folder, seed.ToString(CultureInfo.InvariantCulture));
        using var late = new Timer(_ => process.Kill(), state: null, ChildProcess.Patience, Timeout.InfiniteTimeSpan);
        int acknowledged = 0;
        while (acknowledged < least && process.StandardOutput.ReadLine() is { } line)
            acknowledged = int.Parse(line, CultureInfo.InvariantCulture);
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < more;)
            Thread.SpinWait(50);

        Assert.True(acknowledged >= least, $"{acknowledged} of {least} writes were acknowledged when the process ended.");
        process.Kill();
        process.WaitForExit();
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n'); // the last part has no line end: it may be cut
        Assert.Equal("", process.StandardError.ReadToEnd());
        return lines.Length > 1 ? int.Parse(lines[^2], CultureInfo.InvariantCulture) : acknowledged;
    }

    private static (int ExitCode, string[] Lines) RunToEnd(string shell, string folder, int seed)
    {
        using Process process = FaultProcess.Start(shell, folder, seed.ToString(CultureInfo.InvariantCulture));
        using var late = new Timer(_ => process.Kill(entireProcessTree: true), state: null, ChildProcess.Patience, Timeout.InfiniteTimeSpan);
        string output = process.StandardOutput.ReadToEnd();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void SkipUnlessMountsAreOurs(string folder)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Mounts a small and a read-only file system with unshare, which is of Linux.");
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "unshare -rm mount -t tmpfs -o size=64k none \"$0\"", folder]) { UseShellExecute = false, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory })!;
        using var late = new Timer(_ => process.Kill(entireProcessTree: true), state: null, ChildProcess.Patience, Timeout.InfiniteTimeSpan);
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Skip.IfNot(process.ExitCode == 0, $"This system does not let tests mount: {error}");
    }
}
