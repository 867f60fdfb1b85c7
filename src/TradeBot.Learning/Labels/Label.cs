using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>What is to be predicted: a look ahead of each candle, with the time it takes. Immutable.</summary>
/// <remarks>
/// A label belongs to the decision made at a candle's close. It must be attainable: what is decided there fills at the
/// next open, so no label uses a price before that.
/// </remarks>
public abstract class Label
{
    /// <summary>What the label says, in short, with every parameter in it.</summary>
    public abstract string Name { get; }

    /// <summary>True when the label is 0 or 1, false when it is a number.</summary>
    public abstract bool IsBinary { get; }

    /// <summary>The label of every candle.</summary>
    public abstract LabelColumn Compute(CandleSeries series);

    /// <summary>The return from the next open to the open so many candles later: <c>open[t+1+h] / open[t+1] − 1</c>.</summary>
    /// <param name="horizon">Candles between the two opens, at least 1.</param>
    public static ForwardReturnLabel ForwardReturn(int horizon) => new(horizon);

    /// <summary>Which of three barriers the price meets first: 1 for the upper, 0 for the lower, after the time the sign of the return.</summary>
    /// <param name="up">The upper barrier in standard deviations of one-candle returns, positive.</param>
    /// <param name="down">The lower barrier likewise, positive.</param>
    /// <param name="within">Candles that the position may last, at least 1.</param>
    /// <param name="volatility">Candles over which the standard deviation is taken, at least 2.</param>
    public static TripleBarrierLabel TripleBarrier(double up, double down, int within, int volatility = 100) => new(up, down, within, volatility);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
