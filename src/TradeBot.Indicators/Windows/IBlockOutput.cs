namespace TradeBot.Indicators.Windows;

/// <summary>Where <see cref="BlockKernel"/> leaves the two runs of each window.</summary>
internal interface IBlockOutput<TState>
    where TState : struct
{
    /// <summary>Takes the window that ends at a position.</summary>
    void Write(int index, TState older, int olderCount, TState newer, int newerCount);
}
