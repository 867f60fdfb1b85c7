namespace TradeBot.MarketData;

/// <summary>Candle rows as read: unchecked, in the order of the source.</summary>
/// <remarks>
/// Unlike a <see cref="CandleSeries"/>, a table can contain duplicates and unsorted rows. Validate it, repair it,
/// then convert it to a series.
/// </remarks>
public sealed class CandleTable
{
    private readonly ReadOnlyMemory<long> _openTimes;
    private readonly ReadOnlyMemory<double> _open, _high, _low, _close, _volume, _turnover;
    private readonly ReadOnlyMemory<bool> _synthetic;

    /// <summary>Creates a table over columns that the caller no longer changes.</summary>
    /// <param name="symbol">The exchange's symbol; not empty.</param>
    /// <param name="timeframe">The length of each candle.</param>
    /// <param name="openTimes">Milliseconds since 1970-01-01 UTC, in any order.</param>
    /// <param name="open">First prices.</param>
    /// <param name="high">Highest prices.</param>
    /// <param name="low">Lowest prices.</param>
    /// <param name="close">Last prices.</param>
    /// <param name="volume">Traded quantities in base currency.</param>
    /// <param name="turnover">Traded values in quote currency; empty when the source has none.</param>
    /// <param name="synthetic">True where a repair filled in the candle; empty when there are none.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public CandleTable(
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
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        if (timeframe == default)
            throw new ArgumentException("A table needs a timeframe.", nameof(timeframe));

        int count = openTimes.Length;
        if (open.Length != count || high.Length != count || low.Length != count || close.Length != count
            || volume.Length != count || (turnover.Length != count && !turnover.IsEmpty) || (synthetic.Length != count && !synthetic.IsEmpty))
            throw new ArgumentException($"Expected {count} values in every column, one per open time.", nameof(openTimes));

        (Symbol, Timeframe) = (symbol, timeframe);
        (_openTimes, _open, _high, _low, _close, _volume, _turnover) = (openTimes, open, high, low, close, volume, turnover);
        _synthetic = synthetic;
    }

    /// <summary>The exchange's symbol.</summary>
    public string Symbol { get; }

    /// <summary>The length of each candle.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _openTimes.Length;

    /// <summary>Open times, in milliseconds since 1970-01-01 UTC, in the order of the source.</summary>
    public ReadOnlySpan<long> OpenTimes => _openTimes.Span;

    /// <summary>First prices.</summary>
    public ReadOnlySpan<double> Open => _open.Span;

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High => _high.Span;

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low => _low.Span;

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Close => _close.Span;

    /// <summary>Traded quantities, in base currency.</summary>
    public ReadOnlySpan<double> Volume => _volume.Span;

    /// <summary>Traded values, in quote currency; empty when the source has none.</summary>
    public ReadOnlySpan<double> Turnover => _turnover.Span;

    /// <summary>True when the source provides the traded value.</summary>
    public bool HasTurnover => !_turnover.IsEmpty;

    /// <summary>True where a repair filled in the candle; empty when none is marked.</summary>
    public ReadOnlySpan<bool> Synthetic => _synthetic.Span;

    /// <summary>Creates a table from candles, in the order given.</summary>
    public static CandleTable Of(string symbol, Timeframe timeframe, IReadOnlyList<Candle> candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        double[] Column(Func<Candle, double> value) => [.. candles.Select(value)];

        bool hasTurnover = candles.Any(candle => !double.IsNaN(candle.Turnover));
        return new CandleTable(
            symbol, timeframe, candles.Select(candle => UnixTime.FromDateTime(candle.OpenTime)).ToArray(),
            Column(candle => candle.Open), Column(candle => candle.High), Column(candle => candle.Low),
            Column(candle => candle.Close), Column(candle => candle.Volume),
            hasTurnover ? Column(candle => candle.Turnover) : default(ReadOnlyMemory<double>));
    }

    /// <summary>The row at a position.</summary>
    public Candle this[int index] => new(
        UnixTime.ToDateTime(OpenTimes[index]), Open[index], High[index], Low[index], Close[index], Volume[index],
        HasTurnover ? Turnover[index] : double.NaN);

    /// <summary>The rows as a series, over the same memory.</summary>
    /// <exception cref="ArgumentException">The open times are not strictly increasing: repair first.</exception>
    public CandleSeries ToSeries() => new(Symbol, Timeframe, _openTimes, _open, _high, _low, _close, _volume, _turnover, _synthetic);
}
