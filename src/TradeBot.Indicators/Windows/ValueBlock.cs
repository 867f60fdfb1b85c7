namespace TradeBot.Indicators.Windows;

/// <summary>Values that are appended and never overwritten, which copies of a window therefore share.</summary>
/// <remarks>
/// The first to append past a shared point keeps the block; the others detect it by <see cref="Written"/> and move to
/// their own blocks. A block starts short and is replaced, when full, by one twice as long, up to several windows.
/// </remarks>
internal class ValueBlock(int capacity)
{
    private const int Longest = 4096;

    /// <summary>The values, oldest first.</summary>
    public double[] Items { get; } = GC.AllocateUninitializedArray<double>(capacity); // written before it is read

    /// <summary>How many were appended.</summary>
    public int Written { get; set; }

    /// <summary>How long the first block of a window is, or one that it moves to when another keeps the block.</summary>
    public static int FirstCapacity(int length) => Math.Max(32, checked(3 * length));

    /// <summary>How long the block after a full one is.</summary>
    public static int NextCapacity(int capacity, int length) => Math.Min(2 * capacity, Math.Max(Longest, checked(4 * length)));
}
