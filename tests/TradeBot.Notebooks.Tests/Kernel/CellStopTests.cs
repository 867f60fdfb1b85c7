namespace TradeBot.Notebooks.Tests.Kernel;

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

    [Fact]
    public async Task Code_on_other_threads_is_offered_a_token()
    {
        using var session = new TestSession();

        await session.StopOnceStartedAsync("var token = CellCancellation; Console.Write(\"started\"); await Task.Delay(-1, token);");

        Assert.Equal("True", await session.ValueAsync("token.IsCancellationRequested"));
    }
}
