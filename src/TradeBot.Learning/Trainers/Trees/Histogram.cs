using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TradeBot.Learning;

/// <summary>Gradient and Hessian sums by feature and bin.</summary>
internal static class Histogram
{
    public const int BlockLength = BinnedRows.BlockFeatures * FeatureBins.Most;

    /// <summary>Adds rows to the sums of the eight features of a block.</summary>
    public static void Accumulate(ulong[] block, long[] packed, ReadOnlySpan<int> rows, Span<long> sums)
    {
        if (sums.Length != BlockLength)
            throw new ArgumentException($"Expected {BlockLength} sums, got {sums.Length}.", nameof(sums));

        ref ulong bins = ref MemoryMarshal.GetArrayDataReference(block);
        ref long pairs = ref MemoryMarshal.GetArrayDataReference(packed);
        ref long sum = ref MemoryMarshal.GetReference(sums);
        foreach (int row in rows)
        {
            ulong x = Unsafe.Add(ref bins, row);
            long pair = Unsafe.Add(ref pairs, row);
            Unsafe.Add(ref sum, (nint)(x & 0xFF)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 8) & 0xFF) + 256)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 16) & 0xFF) + 512)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 24) & 0xFF) + 768)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 32) & 0xFF) + 1024)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 40) & 0xFF) + 1280)) += pair;
            Unsafe.Add(ref sum, (nint)(((x >> 48) & 0xFF) + 1536)) += pair;
            Unsafe.Add(ref sum, (nint)((x >> 56) + 1792)) += pair;
        }
    }

    /// <summary>Adds rows to the sums of one feature.</summary>
    public static void Accumulate(BinnedRows rows, int feature, long[] packed, ReadOnlySpan<int> which, Span<long> sums)
    {
        ulong[] block = rows.Blocks[feature / BinnedRows.BlockFeatures];
        int shift = feature % BinnedRows.BlockFeatures * 8;
        foreach (int row in which)
            sums[(byte)(block[row] >> shift)] += packed[row];
    }

    public static void Add(Span<long> sums, ReadOnlySpan<long> others)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += others[i];
    }

    public static void Subtract(Span<long> sums, ReadOnlySpan<long> others)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] -= others[i];
    }
}
