using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TradeBot.Learning;

/// <summary>The rows in order of their leaves, ascending within each.</summary>
internal sealed class RowOrder(BinnedRows bins, Workers workers)
{
    private readonly int[] _scratch = new int[bins.Count];
    private readonly int[] _left = new int[Workers.Chunks(bins.Count)];

    public int[] Rows { get; } = new int[bins.Count];

    /// <summary>Partitions the rows: those that a split sends left come first.</summary>
    /// <returns>How many go left.</returns>
    public int Divide(int from, int count, SplitCandidate split)
    {
        bool[] right = new bool[FeatureBins.Most];
        for (int bin = 0; bin < right.Length; bin++)
            right[bin] = split.GoesRight(bin);

        ulong[] block = bins.Blocks[split.Feature / BinnedRows.BlockFeatures];
        int shift = split.Feature % BinnedRows.BlockFeatures * 8;
        workers.Run(Workers.Chunks(count), count > 2 * Workers.ChunkRows, chunk =>
        {
            (int start, int end) = Chunk(chunk, count);
            _left[chunk] = Separate(Rows.AsSpan(from + start, end - start), _scratch.AsSpan(from + start, end - start), block, shift, right);
        });

        int total = 0;
        for (int chunk = 0; chunk < Workers.Chunks(count); chunk++)
            total += _left[chunk];
        workers.Run(Workers.Chunks(count), count > 2 * Workers.ChunkRows, chunk =>
        {
            (int start, int end) = Chunk(chunk, count);
            int before = 0;
            for (int i = 0; i < chunk; i++)
                before += _left[i];
            Span<int> separated = _scratch.AsSpan(from + start, end - start);
            separated[.._left[chunk]].CopyTo(Rows.AsSpan(from + before));
            Span<int> others = separated[_left[chunk]..];
            others.Reverse();
            others.CopyTo(Rows.AsSpan(from + total + start - before));
        });
        return total;
    }

    private static (int Start, int End) Chunk(int chunk, int count) => (chunk * Workers.ChunkRows, Math.Min(count, (chunk + 1) * Workers.ChunkRows));

    /// <summary>Left rows to the front, right rows to the back in reverse.</summary>
    private static int Separate(ReadOnlySpan<int> rows, Span<int> destination, ulong[] block, int shift, bool[] right)
    {
        ref int target = ref MemoryMarshal.GetReference(destination);
        ref ulong bin = ref MemoryMarshal.GetArrayDataReference(block);
        ref bool goesRight = ref MemoryMarshal.GetArrayDataReference(right);
        int left = 0, back = destination.Length - 1;
        foreach (int row in rows)
        {
            int isRight = Unsafe.BitCast<bool, byte>(Unsafe.Add(ref goesRight, (nint)((Unsafe.Add(ref bin, row) >> shift) & 0xFF)));
            Unsafe.Add(ref target, left) = row;
            Unsafe.Add(ref target, back) = row;
            left += 1 - isRight;
            back -= isRight;
        }

        return left;
    }
}
