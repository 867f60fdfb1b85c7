using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>The batch form of <see cref="BlockWindow{TFold,TState}"/>: same folds in the same order, without a window to carry along.</summary>
internal static class BlockKernel
{
    /// <summary>Visits every full window of a series.</summary>
    /// <param name="fold">What is kept of a run.</param>
    /// <param name="values">Oldest first; not the memory that the output writes to.</param>
    /// <param name="length">How many values the window holds, at least 1.</param>
    /// <param name="output">Receives the windows that end at <paramref name="length"/> − 1 and after.</param>
    public static void Run<TFold, TState, TOutput>(TFold fold, ReadOnlySpan<double> values, int length, ref TOutput output)
        where TFold : struct, IFold<TState>
        where TState : struct
        where TOutput : struct, IBlockOutput<TState>, allows ref struct
    {
        if (values.Length < length)
            return;

        // The tails of this block are folded beside its heads, so that neither waits for the other.
        TState[] tails = new TState[length + 1], nextTails = new TState[length + 1];
        Block(fold, values[..length], tails, nextTails, 0, 0, ref output);
        for (int start = length; start < values.Length; start += length)
        {
            (tails, nextTails) = (nextTails, tails);
            if (start + length <= values.Length)
                Block(fold, values.Slice(start, length), tails, nextTails, start, 1, ref output);
            else
                LastBlock(fold, values[start..], tails, start, length, ref output);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<TFold, TState, TOutput>(
        TFold fold, ReadOnlySpan<double> block, TState[] tails, TState[] nextTails, int start, int hasTails, ref TOutput output)
        where TFold : struct, IFold<TState>
        where TState : struct
        where TOutput : struct, IBlockOutput<TState>, allows ref struct
    {
        TState newer = default, tail = default;
        for (int i = 0; i < block.Length; i++)
        {
            int count = i + 1, older = block.Length - count;
            newer = fold.AddNewer(newer, block[i], count);
            nextTails[count] = tail = fold.AddOlder(tail, block[older], count);
            if (hasTails != 0 || older == 0)
                output.Write(start + i, tails[older], older, newer, count);
        }
    }

    private static void LastBlock<TFold, TState, TOutput>(
        TFold fold, ReadOnlySpan<double> block, TState[] tails, int start, int length, ref TOutput output)
        where TFold : struct, IFold<TState>
        where TState : struct
        where TOutput : struct, IBlockOutput<TState>, allows ref struct
    {
        TState newer = default;
        for (int i = 0; i < block.Length; i++)
        {
            newer = fold.AddNewer(newer, block[i], i + 1);
            output.Write(start + i, tails[length - i - 1], length - i - 1, newer, i + 1);
        }
    }
}

/// <summary>Where <see cref="BlockKernel"/> leaves the two runs of each window.</summary>
internal interface IBlockOutput<TState>
    where TState : struct
{
    /// <summary>Takes the window that ends at a position.</summary>
    void Write(int index, TState older, int olderCount, TState newer, int newerCount);
}
