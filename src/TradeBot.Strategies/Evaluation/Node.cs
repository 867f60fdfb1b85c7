namespace TradeBot.Strategies;

/// <summary>A value that a session computes at each step: a number, or 1, 0 and NaN for true, false and unknown.</summary>
internal abstract class Node
{
    /// <summary>After the latest step; NaN before the first.</summary>
    public double Value = double.NaN;

    /// <summary>Takes one step, after the values that it reads.</summary>
    public abstract void Step();
}
