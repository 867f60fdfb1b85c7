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
    public async Task A_cell_that_runs_too_long_is_stopped_and_its_variables_stay(string forever)
    {
        using (var warm = new TestSession())
            await warm.ValueAsync("0"); // the compiler's own start is not what is limited here
        using var session = new TestSession(limit: TimeSpan.FromSeconds(1));
        await session.ValueAsync("int i = 0;");

        CellError error = await session.ErrorAsync("int before = 5; " + forever);

        Assert.Equal(CellError.TimeLimit, error.Name);
        Assert.Contains("1 s", error.Message, StringComparison.Ordinal);
        Assert.Equal("5", await session.ValueAsync("before"));
    }

    [Fact]
    public async Task A_cancelled_cell_says_so_and_the_next_one_runs()
    {
        using var session = new TestSession();
        await session.ValueAsync("int i = 0;");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        CellResult result = await session.RunAsync("while (true) { i++; }", stop.Token);

        Assert.Equal(CellError.Cancelled, result.Error!.Name);
        Assert.Equal("True", await session.ValueAsync("i > 0"));
    }

    [Fact]
    public async Task Code_on_other_threads_is_offered_a_token()
    {
        using var session = new TestSession();
        await session.ValueAsync("0");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await session.RunAsync("var token = CellCancellation; await Task.Delay(-1, token);", stop.Token);

        Assert.Equal("True", await session.ValueAsync("token.IsCancellationRequested"));
    }
}
