namespace TradeBot.MarketData;

/// <summary>For each shorter candle, the last longer candle that had closed by its close.</summary>
/// <remarks>
/// A candle is known from its close on. At the close of a shorter candle the unfinished longer candle is not
/// visible, whatever its open time; it appears with the shorter candle that ends at its close. After a gap in the
/// longer candles the last one before the gap stays visible: <see cref="IndexAt"/> gives its index.
/// </remarks>
public sealed class TimeframeAlignment
{
    private readonly int[] _indices;

    private TimeframeAlignment(int[] indices) => _indices = indices;

    /// <summary>One index into the longer series per shorter candle; −1 while no longer candle has closed.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Aligns two series.</summary>
    /// <param name="shorter">The candles at whose closes decisions are made.</param>
    /// <param name="longer">Candles of the same or a longer timeframe, of any symbol.</param>
    /// <exception cref="ArgumentException">The second series has the shorter timeframe.</exception>
    public static TimeframeAlignment Of(CandleSeries shorter, CandleSeries longer)
    {
        ArgumentNullException.ThrowIfNull(shorter);
        ArgumentNullException.ThrowIfNull(longer);
        if (longer.Timeframe < shorter.Timeframe)
            throw new ArgumentException(
                $"Expected candles of {shorter.Timeframe} or longer, got {longer.Timeframe}: several of them close within one candle.",
                nameof(longer));

        int[] indices = new int[shorter.Count];
        ReadOnlySpan<long> shorterOpens = shorter.OpenTimes, longerOpens = longer.OpenTimes;
        int closed = 0; // longer candles at [0, closed) are closed
        long close = closed < longerOpens.Length ? longer.Timeframe.NextOpen(longerOpens[closed]) : long.MaxValue;
        for (int i = 0; i < indices.Length; i++)
        {
            long now = shorter.Timeframe.NextOpen(shorterOpens[i]);
            while (close <= now)
            {
                closed++;
                close = closed < longerOpens.Length ? longer.Timeframe.NextOpen(longerOpens[closed]) : long.MaxValue;
            }

            indices[i] = closed - 1;
        }

        return new TimeframeAlignment(indices);
    }

    /// <summary>Index of the last closed longer candle at the close of a shorter one; −1 for none yet.</summary>
    public int IndexAt(int shorterIndex) => _indices[shorterIndex];

    /// <summary>Maps values of the longer candles to the shorter ones.</summary>
    /// <param name="longerValues">One value per longer candle, known at its close.</param>
    /// <param name="destination">One slot per shorter candle; NaN while no longer candle has closed.</param>
    /// <exception cref="ArgumentException">A length does not match.</exception>
    public void Spread(ReadOnlySpan<double> longerValues, Span<double> destination)
    {
        if (destination.Length != _indices.Length)
            throw new ArgumentException($"Expected {_indices.Length} slots, one per shorter candle, got {destination.Length}.", nameof(destination));
        if (_indices.Length > 0 && longerValues.Length <= _indices[^1])
            throw new ArgumentException(
                $"Expected at least {_indices[^1] + 1} values, one per longer candle, got {longerValues.Length}.", nameof(longerValues));

        for (int i = 0; i < _indices.Length; i++)
            destination[i] = _indices[i] < 0 ? double.NaN : longerValues[_indices[i]];
    }
}
