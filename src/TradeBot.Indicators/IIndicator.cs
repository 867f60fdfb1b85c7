namespace TradeBot.Indicators;

/// <summary>The arithmetic of an indicator, one value at a time.</summary>
/// <typeparam name="TIn">What it reads: a price, or a whole candle.</typeparam>
/// <typeparam name="TOut">What it tells: one number, or a small record of several.</typeparam>
/// <remarks>
/// Implementations are structs, and a copy is a checkpoint: updating the copy leaves the original as it was.
/// Until <see cref="WarmUp"/> values are seen, outputs are NaN.
/// </remarks>
public interface IIndicator<TIn, TOut>
    where TIn : struct
    where TOut : struct
{
    /// <summary>How many values must be seen before the first output that is not NaN, counting the one that gives it.</summary>
    int WarmUp { get; }

    /// <summary>Takes the next closed value and tells the indicator after it.</summary>
    TOut Update(in TIn value);
}
