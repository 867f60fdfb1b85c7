namespace TradeBot.Trading;

/// <summary>In which order a candle is taken to have visited its extremes.</summary>
/// <remarks>
/// A candle runs open, one extreme, the other, close. Which extreme comes first is not in the data:
///
/// | path | long, or flat with a sell order first in line | short, or flat with a buy order first in line |
/// | --- | --- | --- |
/// | pessimistic | low first | high first |
/// | optimistic | high first | low first |
/// | by distance | the extreme nearer to the open first, the low when equally near | the same |
///
/// For a position the pessimistic path visits its stop before its target. For an entry it visits the extreme that
/// hurts the new position last, when the position is already held. Where <see cref="BacktestOptions.Finer"/> holds the
/// parts of a candle, they are its path, and this decides inside each part only.
/// </remarks>
public enum IntrabarPath
{
    /// <summary>What hurts comes first.</summary>
    Pessimistic,

    /// <summary>What helps comes first.</summary>
    Optimistic,

    /// <summary>The nearer extreme comes first.</summary>
    ByDistance,
}
