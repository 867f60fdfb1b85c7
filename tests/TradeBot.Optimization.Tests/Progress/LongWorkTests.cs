using TradeBot.Testing;

namespace TradeBot.Optimization.Tests.Progress;

public class LongWorkTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromSeconds(0.25);

    private readonly ManualTime _time = new();

    [Fact]
    public void After_half_a_second_one_line_shows_bar_count_rate_time_left_and_best()
    {
        using var notebook = NotebookWatch.Begin();
        using (LongWork work = LongWork.Begin("sma cross", "trials", CancellationToken.None, _time))
        {
            work.Reach(12, 48, "1.5: fast=10");
            _time.Advance(TimeSpan.FromSeconds(0.4));
            Assert.Empty(notebook.Works[0]);

            _time.Advance(TimeSpan.FromSeconds(0.1));
            // 12 in 0.5 s are 24 a second; the other 36 take 1.5 s, told as 2.
            Assert.Equal(["sma cross  █████░░░░░░░░░░░░░░░ 25 %, 12 of 48 trials, 24 per second, 2 s left, best so far 1.5: fast=10"], notebook.Lines);

            work.Reach(36, 48);
            _time.Advance(Quarter);
            Assert.Equal("sma cross  ███████████████░░░░░ 75 %, 36 of 48 trials, 48 per second, 1 s left, best so far 1.5: fast=10", notebook.Lines[^1]);
            work.Reach(48, 48);
        }

        Assert.Equal("sma cross, 48 of 48 trials, best 1.5: fast=10", notebook.Lines[^1]);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, notebook.Lines.Count);
    }

    [Fact]
    public void Slow_work_is_told_per_minute_and_in_hours()
    {
        using var notebook = NotebookWatch.Begin();
        using LongWork work = LongWork.Begin("forest", "trees", CancellationToken.None, _time);
        work.Reach(1, 200);
        _time.Advance(TimeSpan.FromSeconds(60));

        // One a minute: 199 minutes are left.
        Assert.Equal("forest  ░░░░░░░░░░░░░░░░░░░░ 0 %, 1 of 200 trees, 1 per minute, 3 h 19 min left", notebook.Lines[^1]);
    }

    [Fact]
    public void Work_that_knows_no_total_yet_tells_its_time()
    {
        using var notebook = NotebookWatch.Begin();
        using LongWork work = LongWork.Begin("Fetch BTCUSDT 1m", "candles", CancellationToken.None, _time);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("Fetch BTCUSDT 1m, 3 s so far", notebook.Lines[^1]);
    }

    [Fact]
    public void Quick_work_shows_nothing()
    {
        using var notebook = NotebookWatch.Begin();
        using (LongWork work = LongWork.Begin("quick", "trials", CancellationToken.None, _time))
        {
            work.Reach(5, 5);
            _time.Advance(TimeSpan.FromSeconds(0.49));
        }

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Empty(Assert.Single(notebook.Works));
    }

    [Fact]
    public void Work_inside_work_moves_the_line_of_the_outermost_where_that_expects_it()
    {
        using var notebook = NotebookWatch.Begin();
        using LongWork outer = LongWork.Begin("outer", "trials", CancellationToken.None, _time);
        outer.Reach(10, 40);
        outer.Expect(20);
        using (LongWork middle = LongWork.Begin("middle", "blocks", CancellationToken.None, _time))
        {
            middle.Reach(1, 4);
            middle.Expect(2);
            using LongWork inner = LongWork.Begin("inner", "candles", CancellationToken.None, _time);
            inner.Reach(50, 100);
        }

        // Half of the two blocks that were expected after the first: 2 of 4, hence half of the 20 trials after the first 10.
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("outer  ██████████░░░░░░░░░░ 50 %, 20 of 40 trials", notebook.Lines[^1], StringComparison.Ordinal);

        outer.Expect(0);
        using (LongWork apart = LongWork.Begin("trial beside others", "candles", CancellationToken.None, _time))
            apart.Reach(99, 100);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("20 of 40 trials", notebook.Lines[^1], StringComparison.Ordinal);
        Assert.Single(notebook.Works);
    }

    [Fact]
    public void Work_after_work_has_its_own_line()
    {
        using var notebook = NotebookWatch.Begin();
        foreach (string title in (string[])["first", "second"])
        {
            using LongWork work = LongWork.Begin(title, "trials", CancellationToken.None, _time);
            work.Step(2);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["first, stopped at 1 of 2 trials", "second, stopped at 1 of 2 trials"], notebook.Works.Select(lines => lines[^1]));
    }

    [Fact]
    public void Without_a_notebook_nothing_runs_beside_the_work()
    {
        using var caller = new CancellationTokenSource();
        using LongWork work = LongWork.Begin("sma cross", "trials", caller.Token, _time);
        work.Reach(1, 2);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.False(work.IsWatched);
        Assert.Equal(0, _time.Timers);
        Assert.Equal(caller.Token, work.Cancellation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_interrupt_cancels_the_work_as_the_callers_own_token_does(bool byCaller)
    {
        using var notebook = NotebookWatch.Begin();
        using var caller = new CancellationTokenSource();
        using LongWork work = LongWork.Begin("sma cross", "trials", caller.Token, _time);
        Assert.False(work.Cancellation.IsCancellationRequested);
        if (byCaller)
            caller.Cancel();
        else
            notebook.Interrupt();
        Assert.True(work.Cancellation.IsCancellationRequested);
    }
}
