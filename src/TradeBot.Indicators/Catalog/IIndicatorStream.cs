using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>A running indicator: takes closed candles one by one and returns its outputs after each.</summary>
/// <remarks>For code that has an indicator only by name; code that knows the type uses the struct itself.</remarks>
public interface IIndicatorStream
{
    /// <summary>The indicator, with its parameters.</summary>
    Indicator Indicator { get; }

    /// <summary>Takes the next closed candle.</summary>
    /// <param name="candle">Opens after the one before.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(in Candle candle, Span<double> outputs);

    /// <summary>A checkpoint: an independent copy of the state.</summary>
    IIndicatorStream Copy();
}

/// <summary>A running indicator on one series: closes, or another indicator's output.</summary>
public interface IValueStream : IIndicatorStream
{
    /// <summary>Takes the next value of the series.</summary>
    /// <param name="value">NaN when unknown.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(double value, Span<double> outputs);

    /// <summary>A checkpoint: an independent copy of the state.</summary>
    new IValueStream Copy();
}

/// <summary>A running indicator on two synchronous series.</summary>
public interface IPairStream : IIndicatorStream
{
    /// <summary>Takes the next value of each series.</summary>
    /// <param name="values">NaN where unknown.</param>
    /// <param name="outputs">Receives the outputs in the order of the definition; NaN while warming up.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> is not as long as the definition has outputs.</exception>
    void Update(Pair values, Span<double> outputs);

    /// <summary>A checkpoint: an independent copy of the state.</summary>
    new IPairStream Copy();
}
