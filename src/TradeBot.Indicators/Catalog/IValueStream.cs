namespace TradeBot.Indicators;

/// <summary>An indicator at work on any one series: closes, or what another indicator tells.</summary>
public interface IValueStream : IIndicatorStream
{
    /// <summary>Takes the next value of the series.</summary>
    /// <param name="value">NaN when unknown.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(double value, Span<double> outputs);

    /// <summary>A checkpoint: the same state, going its own way from here.</summary>
    new IValueStream Copy();
}
