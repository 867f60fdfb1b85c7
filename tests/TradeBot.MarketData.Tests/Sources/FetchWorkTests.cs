using System.Runtime.CompilerServices;
using TradeBot.Testing;

namespace TradeBot.MarketData.Tests.Sources;

public sealed class FetchWorkTests : IDisposable
{
    private static readonly CandleSeries s_minutes = MarketGenerator.Single(3000, seed: 3);
    private static readonly DateTime s_start = s_minutes.OpenTimeAt(0);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_fetch_that_takes_long_shows_one_line_in_candles_and_still_reports_to_its_caller()
    {
        using var notebook = NotebookWatch.Begin();
        var told = new Fractions();
        await new CandleCollector(new Slow(notebook.WaitForLine), CandleStore.Open(_folder)).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(3000), told);

        Assert.StartsWith("Fetch SYN 1m  ", notebook.Lines[0], StringComparison.Ordinal);
        Assert.Contains("1,000 of 3,000 candles", notebook.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Fetch SYN 1m, 3,000 of 3,000 candles", notebook.Lines[^1]);
        Assert.Equal(1, told.Last);
    }

    [Fact]
    public async Task An_interrupt_ends_the_fetch_and_what_came_is_stored()
    {
        using var notebook = NotebookWatch.Begin();
        var source = new Slow(() =>
        {
            notebook.WaitForLine();
            notebook.Interrupt();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new CandleCollector(source, CandleStore.Open(_folder)).CollectAsync("SYN", Timeframe.OneMinute, s_start, s_start.AddMinutes(3000)));

        Assert.Equal("Fetch SYN 1m, stopped at 1,000 of 3,000 candles", notebook.Lines[^1]);
        Assert.Equal(1000, CandleStore.Open(_folder).Load("SYN", Timeframe.OneMinute).Count);
    }

    [Fact]
    public void The_line_counts_the_candles_of_all_series()
    {
        using var notebook = NotebookWatch.Begin();
        var time = new ManualTime();
        using LongWork work = LongWork.Begin("Fetch 2 series", "candles", CancellationToken.None, time);
        var progress = new FetchWork(work, [("A", Timeframe.OneHour), ("B", Timeframe.OneDay)], s_start, s_start.AddDays(10), listener: null);

        // 240 hours and 10 days: a quarter of the hours and half of the days are 65 of 250.
        progress.Report(new FetchProgress("A", Timeframe.OneHour, 60, s_start, 0.25));
        progress.Report(new FetchProgress("B", Timeframe.OneDay, 5, s_start, 0.5));
        time.Advance(LongWork.ShownAfter);
        Assert.Contains("65 of 250 candles", notebook.Lines[0], StringComparison.Ordinal);
    }

    /// <summary>Gives a thousand candles, then waits as told, then gives the rest.</summary>
    private sealed class Slow(Action afterFirst) : ICandleSource
    {
        public string Name => nameof(Slow);

        public async IAsyncEnumerable<CandleSeries> FetchAsync(
            string symbol, Timeframe timeframe, DateTime from, DateTime to, IProgress<FetchProgress>? progress = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return s_minutes.Slice(0, 1000);
            progress?.Report(new FetchProgress(symbol, timeframe, 1000, from.AddMinutes(1000), 1 / 3.0));
            afterFirst();
            cancellationToken.ThrowIfCancellationRequested();
            yield return s_minutes.Slice(1000, 2000);
            progress?.Report(new FetchProgress(symbol, timeframe, 3000, to, 1));
        }
    }

    private sealed class Fractions : IProgress<FetchProgress>
    {
        public double Last { get; private set; }

        public void Report(FetchProgress value) => Last = value.Fraction;
    }
}
