namespace TradeBot.Indicators;

/// <summary>An indicator at work on two series of the same moments.</summary>
public interface IPairStream : IIndicatorStream
{
    /// <summary>Takes the next value of each series.</summary>
    /// <param name="values">NaN where unknown.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(Pair values, Span<double> outputs);

    /// <summary>A checkpoint: the same state, going its own way from here.</summary>
    new IPairStream Copy();
}
