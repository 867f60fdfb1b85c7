using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>An indicator at work: takes closed candles one by one and tells its outputs after each.</summary>
/// <remarks>For code that knows an indicator only by name; code that knows the type uses the struct itself.</remarks>
public interface IIndicatorStream
{
    /// <summary>What is at work here, with its parameters.</summary>
    Indicator Indicator { get; }

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Opens after the one before.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(in Candle candle, Span<double> outputs);

    /// <summary>A checkpoint: the same state, going its own way from here.</summary>
    IIndicatorStream Copy();
}

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
