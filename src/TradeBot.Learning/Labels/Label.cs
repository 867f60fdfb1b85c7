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

    /// <summary>The direction of the clearest trend that begins at the next open: 1 up, 0 down.</summary>
    /// <param name="shortest">The shortest trend in candles, at least 2.</param>
    /// <param name="longest">The longest, not below <paramref name="shortest"/>.</param>
    public static TrendScanningLabel TrendScanning(int shortest, int longest) => new(shortest, longest);

    /// <summary>Whether following a signal pays: 1 when it does, otherwise 0; where there is no signal there is no row.</summary>
    /// <param name="side">A feature whose sign is the side, such as <c>f => f.Ema(12) - f.Ema(26)</c>.</param>
    /// <param name="outcome">What a position is held for, such as <see cref="TripleBarrier"/>.</param>
    public static MetaLabel Meta(Func<FeatureBuilder, ScalarFeature> side, Label outcome)
    {
        ArgumentNullException.ThrowIfNull(side);
        ArgumentNullException.ThrowIfNull(outcome);
        return new MetaLabel(side(new FeatureBuilder()), outcome);
    }

    /// <summary>Reads a label from its name, as <see cref="Name"/> gives it or written by hand.</summary>
    /// <param name="text">Such as <c>direction(forward-return(60))</c> or <c>triple-barrier(up 2, down 2, within 60)</c>.</param>
    /// <exception cref="FormatException">The text is no label.</exception>
    public static Label Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LabelParser.Parse(text);
    }

    /// <summary>The label with, as returns, what positions of the given sides earn.</summary>
    /// <param name="series">The candles.</param>
    /// <param name="sides">1 for long, −1 for short, 0 for neither; one per candle.</param>
    internal virtual LabelColumn Follow(CandleSeries series, double[] sides)
    {
        LabelColumn column = Compute(series);
        return column with { Values = [.. column.Values], Returns = [.. column.Returns.Zip(sides, (result, side) => result * side)], Ends = [.. column.Ends] };
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
