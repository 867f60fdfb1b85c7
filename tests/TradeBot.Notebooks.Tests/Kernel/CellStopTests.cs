namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>How soon a cell stops is measured alone: other tests of the same process would take its threads and processors.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
public static class CellStops
{
    public const string Alone = "stops of cells";
}

[Collection(CellStops.Alone)]
public class CellStopTests
{
    [Theory]
    [InlineData("while (true) { i++; }")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("await Task.Delay(System.Threading.Timeout.Infinite);")]
    [InlineData("try { while (true) { i++; } } catch (Exception) { } while (true) { }")]
    [InlineData("await Task.Yield(); while (true) { i++; }")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    public async Task A_cancelled_cell_stops_wherever_it_is_and_keeps_its_variables(string forever)
    {
        using var session = new TestSession();
        await session.ValueAsync("int i = 0;");

        CellResult result = await session.StopOnceStartedAsync("int before = 5; Console.Write(\"started\"); " + forever);

        Assert.Equal(CellError.Cancelled, result.Error!.Name);
        Assert.Equal("5", await session.ValueAsync("before"));
    }

    [Fact]
    public async Task A_cell_that_runs_longer_than_its_limit_is_stopped_and_says_so()
    {
        using var session = new TestSession(limit: TimeSpan.FromSeconds(1));

        CellError error = await session.ErrorAsync("int before = 5; while (true) { }");

        Assert.Equal(CellError.TimeLimit, error.Name);
        Assert.Contains("1 s", error.Message, StringComparison.Ordinal);
        Assert.Equal("5", await session.ValueAsync("before"));
    }

    /// <summary>Work on other threads that watches no token goes on, and neither holds up the stop nor the next cell.</summary>
    [SkippableTheory]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; } Console.Write(\"started\"); Endless().AsParallel().Sum(x => (long)x)")]
    [InlineData("Console.Write(\"started\"); ParallelEnumerable.Range(0, int.MaxValue).Where(i => { System.Threading.Thread.SpinWait(1000); return false; }).Count()")]
    [InlineData("Console.Write(\"started\"); await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => { System.Threading.Thread.Sleep(20_000); })));")]
    [InlineData("Console.Write(\"started\"); while (true) ;")]
    public async Task A_cell_stops_soon_after_an_interrupt_though_every_core_is_busy(string forever)
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no shell to keep the cores busy.");
        using var busy = new BusyProcesses();
        using var session = new TestSession();
        await session.ValueAsync("int kept = 5;");
        long stopped = 0;
        session.Shown = output => stopped = output is StreamOutput { Text: "started" } ? System.Diagnostics.Stopwatch.GetTimestamp() : stopped;

        CellResult result = await session.StopOnceStartedAsync(forever, session.Shown);

        Assert.Equal(CellError.Cancelled, result.Error!.Name);
        Assert.Equal("5", await session.ValueAsync("kept"));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(stopped).TotalSeconds, 0, 5);
    }

    [SkippableTheory]
    [InlineData("while (true);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    public async Task A_cell_stops_soon_after_its_limit_though_every_core_is_busy(string forever)
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no shell to keep the cores busy.");
        using var busy = new BusyProcesses();
        using var session = new TestSession(limit: TimeSpan.FromSeconds(1));
        await session.ValueAsync("int kept = 5;");
        long started = 0;
        session.Shown = output => started = output is StreamOutput ? System.Diagnostics.Stopwatch.GetTimestamp() : started;

        CellError error = await session.ErrorAsync("Console.Write(\"started\"); " + forever);

        Assert.Equal(CellError.TimeLimit, error.Name);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 6);
        Assert.Equal("5", await session.ValueAsync("kept"));
    }

    [Fact]
    public async Task Code_on_other_threads_is_offered_a_token()
    {
        using var session = new TestSession();

        await session.StopOnceStartedAsync("var token = CellCancellation; Console.Write(\"started\"); await Task.Delay(-1, token);");

        Assert.Equal("True", await session.ValueAsync("token.IsCancellationRequested"));
    }
}
