namespace TradeBot.MarketData.Tests;

public class SeriesCandleSourceTests
{
    private static readonly CandleSeries Series = MarketGenerator.Single(2_500, 3);
    private static readonly SeriesCandleSource Source = new([Series]);

    [Fact]
    public async Task Yields_the_range_in_pieces_that_do_not_overlap()
    {
        List<CandleSeries> pieces = await Source.FetchAsync("SYN", Timeframe.OneMinute, Series.OpenTimeAt(10), Series.OpenTimeAt(2_110)).ToListAsync();

        Assert.Equal([1000, 1000, 100], pieces.Select(piece => piece.Count));
        Assert.Equal(Series.Slice(10, 2_100), pieces.SelectMany(piece => piece));
    }

    [Fact]
    public async Task Reports_progress_after_each_piece()
    {
        var progress = new Recorder();
        await Source.FetchAsync("SYN", Timeframe.OneMinute, Series.OpenTimeAt(0), Series.OpenTimeAt(2_000), progress).ToListAsync();

        Assert.Equal([0.5, 1], progress.Reports.Select(report => report.Fraction));
        Assert.Equal(Series.OpenTimeAt(2_000), progress.Reports[^1].ReachedTo);
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using IAsyncEnumerator<CandleSeries> pieces = Source.FetchAsync(
            "SYN", Timeframe.OneMinute, Series.OpenTimeAt(0), Series.OpenTimeAt(2_400), cancellationToken: cancellation.Token).GetAsyncEnumerator();
        Assert.True(await pieces.MoveNextAsync());
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pieces.MoveNextAsync());
    }

    [Fact]
    public void A_symbol_that_it_does_not_have_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Source.FetchAsync("XYZ", Timeframe.OneMinute, Series.OpenTimeAt(0), Series.OpenTimeAt(1)));
        Assert.Contains("SYN 1m", error.Message, StringComparison.Ordinal);
    }

    private sealed class Recorder : IProgress<FetchProgress>
    {
        public List<FetchProgress> Reports { get; } = [];

        public void Report(FetchProgress value) => Reports.Add(value);
    }
}
