using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Sessions.Tests;

/// <summary>Sessions in other processes, which are killed or stopped.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = TestSessions.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task A_process_that_is_killed_at_any_moment_goes_on_as_if_nothing_had_happened()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent as Linux knows them.");
        int kills = int.Parse(Environment.GetEnvironmentVariable("TRADEBOT_KILLS") ?? "20", CultureInfo.InvariantCulture);
        CandleSeries candles = TestSessions.Candles(9);
        SessionResult whole = await TestSessions.RunAsync(candles, TestSessions.Options());
        var random = new Random(9);
        for (int kill = 0; kill < kills; kill++)
        {
            using ChildProcess child = Start(seed: 9, pause: 12);
            await ReadAsync(child, "started");
            await WritesAsync(kill + 1);
            await Task.Delay(random.Next(0, 300));
            child.Kill();
            await child.ExitAsync();
            ReleaseLease();
        }

        using ChildProcess last = Start(seed: 9, pause: 0);
        Assert.Equal(0, await last.ExitAsync());
        SessionResult result = SessionResult.Read(_folder);
        JournalTests.AssertSame(whole, result);
        JournalAudit audit = JournalAudit.Verify(_folder);
        Assert.True(audit.IsIntact);
        Assert.InRange(audit.Segments, kills, kills + 1); // the last has nothing to write when the one before was done
        Assert.Equal(whole.Fills.Count, result.Fills.Select(f => (f.Order, f.Time, f.Quantity)).Distinct().Count());
    }

    [SkippableFact]
    public async Task A_second_process_is_refused_while_the_first_runs()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent as Linux knows them.");
        using ChildProcess first = Start(seed: 10, pause: 20);
        await ReadAsync(first, "started");
        using ChildProcess second = Start(seed: 10, pause: 0);
        Assert.Equal(Program.Held, await second.ExitAsync());
        Assert.Contains("Another process trades", await second.Error.ReadToEndAsync(), StringComparison.Ordinal);
        first.Kill();
    }

    [SkippableFact]
    public async Task A_process_that_stood_still_may_write_no_more_once_another_has_taken_over()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Signals are sent as Linux knows them.");
        CandleSeries candles = TestSessions.Candles(11);
        SessionResult whole = await TestSessions.RunAsync(candles, TestSessions.Options());
        using ChildProcess first = Start(seed: 11, pause: 10);
        await ReadAsync(first, "started");
        await WritesAsync(1);
        await SignalAsync(first, "STOP");
        await Task.Delay(TimeSpan.FromSeconds(7)); // longer than the lease
        using (ChildProcess second = Start(seed: 11, pause: 0))
            Assert.Equal(0, await second.ExitAsync());
        long lines = JournalAudit.Verify(_folder).Lines;

        await SignalAsync(first, "CONT");
        Assert.Equal(Program.LeaseLost, await first.ExitAsync());
        Assert.Matches("expired at|taken over", await first.Error.ReadToEndAsync());
        JournalAudit audit = JournalAudit.Verify(_folder);
        Assert.True(audit.IsIntact);
        Assert.Equal(lines, audit.Lines);
        JournalTests.AssertSame(whole, SessionResult.Read(_folder));
    }

    private ChildProcess Start(int seed, int pause) => ChildProcess.Start(
        "dotnet", ["exec", typeof(ProcessTests).Assembly.Location, "run", _folder, seed.ToString(CultureInfo.InvariantCulture), pause.ToString(CultureInfo.InvariantCulture)]);

    private static async Task ReadAsync(ChildProcess child, string expected)
    {
        string? line = await child.Output.ReadLineAsync().WaitAsync(ChildProcess.Patience);
        Assert.True(line == expected, $"'{line}' instead of '{expected}': {(line is null ? await child.Error.ReadToEndAsync() : "")}");
    }

    /// <summary>Waits until so many processes have written something.</summary>
    private async Task WritesAsync(int segments)
    {
        using var late = new CancellationTokenSource(ChildProcess.Patience);
        while (JournalFolder.Segments(_folder).Length < segments)
            await Task.Delay(5, late.Token);
    }

    /// <summary>What waiting for the lease to run out would do.</summary>
    private void ReleaseLease()
    {
        string newest = Directory.EnumerateFiles(_folder, "lease-*.json").Order(StringComparer.Ordinal).Last();
        File.WriteAllText(newest, "{\"until\":\"2020-01-01T00:00:00Z\",\"owner\":\"a process that was killed\"}");
    }

    private static Task SignalAsync(ChildProcess child, string signal) => ChildProcess.RunAsync("kill", ["-" + signal, child.Id.ToString(CultureInfo.InvariantCulture)]);
}
