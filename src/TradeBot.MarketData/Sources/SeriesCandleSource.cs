namespace TradeBot.MarketData;

/// <summary>A source of series in memory: a generated market, a backup, an imported file.</summary>
public sealed class SeriesCandleSource : ICandleSource
{
    private const int CandlesPerPiece = 1000; // page size of a typical exchange

    private readonly IReadOnlyList<CandleSeries> _series;

    /// <param name="series">The series to serve; one per symbol and timeframe.</param>
    /// <param name="name">The source's name.</param>
    public SeriesCandleSource(IEnumerable<CandleSeries> series, string name = "series")
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_series, Name) = ([.. series], name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The source has no such series.</exception>
    public IAsyncEnumerable<CandleSeries> FetchAsync(
        string symbol,
        Timeframe timeframe,
        DateTime from,
        DateTime to,
        IProgress<FetchProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Pieces(Find(symbol, timeframe).Between(from, to), progress, cancellationToken).ToAsyncEnumerable();

    private static IEnumerable<CandleSeries> Pieces(
        CandleSeries range, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        for (int start = 0; start < range.Count; start += CandlesPerPiece)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CandleSeries piece = range.Slice(start, Math.Min(CandlesPerPiece, range.Count - start));
            yield return piece;

            int done = start + piece.Count;
            progress?.Report(new FetchProgress(
                range.Symbol, range.Timeframe, done, piece.CloseTimeAt(piece.Count - 1), (double)done / range.Count));
        }
    }

    private CandleSeries Find(string symbol, Timeframe timeframe) =>
        _series.FirstOrDefault(series => series.Symbol == symbol && series.Timeframe == timeframe)
        ?? throw new ArgumentException(
            $"{Name} has no {symbol} {timeframe}; it has {string.Join(", ", _series.Select(series => $"{series.Symbol} {series.Timeframe}"))}.",
            nameof(symbol));
}
