using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>What a model predicts: a future outcome for each candle, with its time span. Immutable.</summary>
/// <remarks>
/// A label belongs to the decision made at a candle's close. It must be tradable: a decision fills at the
/// next open, so no label uses a price before that.
/// </remarks>
public abstract class Label
{
    /// <summary>Short name with every parameter.</summary>
    public abstract string Name { get; }

    /// <summary>True for classification (0 or 1), false for regression.</summary>
    public abstract bool IsBinary { get; }

    /// <summary>The label of every candle.</summary>
    public abstract LabelColumn Compute(CandleSeries series);

    /// <summary>Forward return, from the next open to the open a number of candles later: <c>open[t+1+h] / open[t+1] − 1</c>.</summary>
    /// <param name="horizon">Candles between the two opens, at least 1.</param>
    public static ForwardReturnLabel ForwardReturn(int horizon) => new(horizon);

    /// <summary>Triple barrier: 1 when the upper barrier is reached first, 0 for the lower; at the time limit, whether the return is positive.</summary>
    /// <param name="up">The upper barrier in standard deviations of one-candle returns, positive.</param>
    /// <param name="down">The lower barrier in the same unit, positive.</param>
    /// <param name="within">Maximum holding period in candles, at least 1.</param>
    /// <param name="volatility">Window of the standard deviation in candles, at least 2.</param>
    public static TripleBarrierLabel TripleBarrier(double up, double down, int within, int volatility = 100) => new(up, down, within, volatility);

    /// <summary>Trend scanning: the direction of the most significant trend that begins at the next open: 1 up, 0 down.</summary>
    /// <param name="shortest">The shortest trend in candles, at least 2.</param>
    /// <param name="longest">The longest, not below <paramref name="shortest"/>.</param>
    public static TrendScanningLabel TrendScanning(int shortest, int longest) => new(shortest, longest);

    /// <summary>Meta-label: 1 when following a signal is profitable, otherwise 0; there is no row without a signal.</summary>
    /// <param name="side">A feature whose sign is the side, such as <c>f => f.Ema(12) - f.Ema(26)</c>.</param>
    /// <param name="outcome">The outcome of the position, such as <see cref="TripleBarrier"/>.</param>
    public static MetaLabel Meta(Func<FeatureBuilder, ScalarFeature> side, Label outcome)
    {
        ArgumentNullException.ThrowIfNull(side);
        ArgumentNullException.ThrowIfNull(outcome);
        return new MetaLabel(side(new FeatureBuilder()), outcome);
    }

    /// <summary>Parses a label from its name, as <see cref="Name"/> gives it or as written by hand.</summary>
    /// <param name="text">Such as <c>direction(forward-return(60))</c> or <c>triple-barrier(up 2, down 2, within 60)</c>.</param>
    /// <exception cref="FormatException">The text is not a label.</exception>
    public static Label Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LabelParser.Parse(text);
    }

    /// <summary>The label with the returns of positions on the given sides.</summary>
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
