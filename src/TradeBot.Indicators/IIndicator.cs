namespace TradeBot.Indicators;

/// <summary>The arithmetic of an indicator, one value at a time.</summary>
/// <typeparam name="TIn">Its input: a price, or a whole candle.</typeparam>
/// <typeparam name="TOut">Its output: one number, or a small record of several.</typeparam>
/// <remarks>
/// Implementations are structs, and a copy is a checkpoint: updating the copy does not change the original.
/// Until <see cref="WarmUp"/> values are seen, outputs are NaN.
/// </remarks>
public interface IIndicator<TIn, TOut>
    where TIn : struct
    where TOut : struct
{
    /// <summary>Warm-up: number of values up to and including the one with the first output that is not NaN.</summary>
    int WarmUp { get; }

    /// <summary>Processes the next closed value and returns the new output.</summary>
    TOut Update(in TIn value);
}
