using System.Collections;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Closed candles of one symbol and timeframe, oldest first, as columns.</summary>
/// <remarks>
/// Immutable. Open times are strictly increasing; candles may be missing (<see cref="Gaps"/>). All columns have
/// <see cref="Count"/> entries.
/// </remarks>
[TypeFormatterSource]
public sealed class CandleSeries : IReadOnlyList<Candle>
{
    private readonly CandleColumns _columns;
    private string? _contentHash;
    private long[]? _closeTimes;

    /// <summary>Creates a series over columns that the caller no longer changes.</summary>
    /// <param name="symbol">The exchange's symbol, such as BTCUSDT; not empty.</param>
    /// <param name="timeframe">The length of each candle.</param>
    /// <param name="openTimes">Milliseconds since 1970-01-01 UTC, strictly increasing.</param>
    /// <param name="open">First prices.</param>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="volume">Traded quantities in base currency.</param>
    /// <param name="turnover">Traded values in quote currency; empty when the source has none.</param>
    /// <param name="synthetic">True where a repair filled in the candle; empty when no candle was filled in.</param>
    /// <exception cref="ArgumentException">The columns differ in length or the times are not strictly increasing.</exception>
    public CandleSeries(
        string symbol,
        Timeframe timeframe,
        ReadOnlyMemory<long> openTimes,
        ReadOnlyMemory<double> open,
        ReadOnlyMemory<double> high,
        ReadOnlyMemory<double> low,
        ReadOnlyMemory<double> close,
        ReadOnlyMemory<double> volume,
        ReadOnlyMemory<double> turnover = default,
        ReadOnlyMemory<bool> synthetic = default)
        : this(symbol, timeframe, new CandleColumns(openTimes, open, high, low, close, volume, turnover, synthetic))
    {
        RequireLength(open.Length, nameof(open));
        RequireLength(high.Length, nameof(high));
        RequireLength(low.Length, nameof(low));
        RequireLength(close.Length, nameof(close));
        RequireLength(volume.Length, nameof(volume));
        if (!turnover.IsEmpty)
            RequireLength(turnover.Length, nameof(turnover));
        if (!synthetic.IsEmpty)
            RequireLength(synthetic.Length, nameof(synthetic));

        ReadOnlySpan<long> times = openTimes.Span;
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
                throw new ArgumentException(
                    $"Open times must rise: candle {i} opens at {UnixTime.ToDateTime(times[i]):u}, the one before at {UnixTime.ToDateTime(times[i - 1]):u}.",
                    nameof(openTimes));
        }

        void RequireLength(int length, string name)
        {
            if (length != openTimes.Length)
                throw new ArgumentException($"Expected {openTimes.Length} values, one per open time, got {length}.", name);
        }
    }

    /// <summary>A series over columns that are known to be valid: a part of another series, or a file already checked.</summary>
    internal CandleSeries(string symbol, Timeframe timeframe, CandleColumns columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        if (timeframe == default)
            throw new ArgumentException("A series needs a timeframe.", nameof(timeframe));

        Symbol = symbol;
        Timeframe = timeframe;
        _columns = columns;
    }

    /// <summary>The exchange's symbol.</summary>
    public string Symbol { get; }

    /// <summary>The length of each candle.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of candles.</summary>
    public int Count => _columns.OpenTimes.Length;

    /// <summary>Open times, in milliseconds since 1970-01-01 UTC, strictly increasing.</summary>
    public ReadOnlySpan<long> OpenTimes => _columns.OpenTimes.Span;

    /// <summary>Close times, in milliseconds since 1970-01-01 UTC, strictly increasing. Computed once, on first use.</summary>
    public ReadOnlyMemory<long> CloseTimes => _closeTimes ??= ComputeCloseTimes();

    /// <summary>First prices.</summary>
    public ReadOnlySpan<double> Open => _columns.Open.Span;

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High => _columns.High.Span;

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low => _columns.Low.Span;

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Close => _columns.Close.Span;

    /// <summary>Traded quantities, in base currency.</summary>
    public ReadOnlySpan<double> Volume => _columns.Volume.Span;

    /// <summary>Traded values, in quote currency; empty when <see cref="HasTurnover"/> is false.</summary>
    public ReadOnlySpan<double> Turnover => _columns.Turnover.Span;

    /// <summary>True when the source provides the traded value.</summary>
    public bool HasTurnover => !_columns.Turnover.IsEmpty;

    /// <summary>True where a repair filled in the candle, so no trade can have happened in it; empty when <see cref="HasSynthetic"/> is false.</summary>
    public ReadOnlySpan<bool> Synthetic => _columns.Synthetic.Span;

    /// <summary>True when candles that a repair filled in are marked.</summary>
    public bool HasSynthetic => !_columns.Synthetic.IsEmpty;

    /// <summary>The underlying columns.</summary>
    internal CandleColumns Columns => _columns;

    /// <summary>SHA-256, in lower-case hexadecimal, over symbol, timeframe and every column.</summary>
    /// <remarks>Two series have the same hash exactly when every bit of them is the same. Computed once, on first use.</remarks>
    public string ContentHash => _contentHash ??= ComputeContentHash();

    /// <summary>The candle at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position is not in [0, Count).</exception>
    public Candle this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new Candle(
                UnixTime.ToDateTime(OpenTimes[index]), Open[index], High[index], Low[index], Close[index], Volume[index],
                HasTurnover ? Turnover[index] : double.NaN);
        }
    }

    /// <summary>True when a repair filled in the candle at a position.</summary>
    public bool IsSynthetic(int index) => HasSynthetic && _columns.Synthetic.Span[index];

    /// <summary>When the candle at a position opened, UTC.</summary>
    public DateTime OpenTimeAt(int index) => UnixTime.ToDateTime(OpenTimes[index]);

    /// <summary>When the candle at a position closed and became known, UTC.</summary>
    public DateTime CloseTimeAt(int index) => UnixTime.ToDateTime(Timeframe.NextOpen(OpenTimes[index]));

    /// <summary>The candles at positions [start, start + count), over the same memory.</summary>
    public CandleSeries Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (start + (long)count > Count)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"Only {Count - start} candles follow position {start}.");

        return new CandleSeries(Symbol, Timeframe, _columns.Slice(start, count));
    }

    /// <summary>The candles that open in [from, to), over the same memory.</summary>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    public CandleSeries Between(DateTime from, DateTime to)
    {
        int start = IndexAtOrAfter(UnixTime.FromDateTime(from));
        int end = IndexAtOrAfter(UnixTime.FromDateTime(to));
        return Slice(start, Math.Max(0, end - start));
    }

    /// <summary>The gaps, oldest first.</summary>
    public IReadOnlyList<CandleGap> Gaps()
    {
        ReadOnlySpan<long> times = OpenTimes;
        List<CandleGap> gaps = [];
        for (int i = 1; i < times.Length; i++)
        {
            long missing = Timeframe.CandlesBetween(times[i - 1], times[i]) - 1;
            if (missing > 0)
                gaps.Add(new CandleGap(UnixTime.ToDateTime(times[i - 1]), UnixTime.ToDateTime(times[i]), missing));
        }

        return gaps;
    }

    /// <inheritdoc/>
    public IEnumerator<Candle> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Symbol, timeframe, count and period in one line.</summary>
    public override string ToString() => Count == 0
        ? $"{Symbol} {Timeframe}, no candles"
        : FormattableString.Invariant($"{Symbol} {Timeframe}, {Count:N0} candles, {OpenTimeAt(0):yyyy-MM-dd HH:mm} to {CloseTimeAt(Count - 1):yyyy-MM-dd HH:mm} UTC");

    private int IndexAtOrAfter(long time)
    {
        int index = OpenTimes.BinarySearch(time);
        return index < 0 ? ~index : index;
    }

    private long[] ComputeCloseTimes()
    {
        long[] times = GC.AllocateUninitializedArray<long>(Count);
        ReadOnlySpan<long> opens = OpenTimes;
        for (int i = 0; i < times.Length; i++)
            times[i] = Timeframe.NextOpen(opens[i]);
        return times;
    }

    private string ComputeContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Symbol}\n{Timeframe}\n{(HasTurnover ? 7 : 6)} columns of {Count}{(HasSynthetic ? ", synthetic marked" : "")}\n"));
        hash.AppendData(MemoryMarshal.AsBytes(OpenTimes));
        foreach (ReadOnlyMemory<double> column in (ReadOnlySpan<ReadOnlyMemory<double>>)[_columns.Open, _columns.High, _columns.Low, _columns.Close, _columns.Volume, _columns.Turnover])
            hash.AppendData(MemoryMarshal.AsBytes(column.Span));
        hash.AppendData(MemoryMarshal.AsBytes(_columns.Synthetic.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>A gap: missing candles between two present ones.</summary>
/// <param name="After">Open time of the last candle before the gap, UTC.</param>
/// <param name="Before">Open time of the first candle after the gap, UTC.</param>
/// <param name="Missing">Number of missing candles, at least 1.</param>
public readonly record struct CandleGap(DateTime After, DateTime Before, long Missing);
