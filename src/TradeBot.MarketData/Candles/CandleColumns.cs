namespace TradeBot.MarketData;

/// <summary>The columns of a series: one memory block each, empty when a column is absent.</summary>
internal sealed record CandleColumns(
    ReadOnlyMemory<long> OpenTimes,
    ReadOnlyMemory<double> Open,
    ReadOnlyMemory<double> High,
    ReadOnlyMemory<double> Low,
    ReadOnlyMemory<double> Close,
    ReadOnlyMemory<double> Volume,
    ReadOnlyMemory<double> Turnover,
    ReadOnlyMemory<bool> Synthetic)
{
    /// <summary>The entries [start, start + count) of every column.</summary>
    public CandleColumns Slice(int start, int count) => new(
        OpenTimes.Slice(start, count), Open.Slice(start, count), High.Slice(start, count), Low.Slice(start, count),
        Close.Slice(start, count), Volume.Slice(start, count), Turnover.IsEmpty ? default : Turnover.Slice(start, count),
        Synthetic.IsEmpty ? default : Synthetic.Slice(start, count));
}
