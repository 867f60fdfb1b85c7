using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.Indicators.Windows;

/// <summary>Mean and deviation of every window of a series, a block at a time: the same as <see cref="MomentsFold"/> per window.</summary>
/// <remarks>
/// The sequential recursions write their runs to columns that fit in the L1 cache; these are then
/// joined with vector instructions, operation for operation like a single window.
/// </remarks>
internal ref struct MomentsKernel
{
    private const int ShortestStretch = 512;

    private readonly ReadOnlySpan<double> _values;
    private readonly int _length;
    private readonly int _stretch;
    private readonly MomentsFold _fold;
    private readonly double[] _newerMean, _newerSquares, _olderMean, _olderSquares, _share, _weight, _mean, _deviation;
    private int _position;

    /// <param name="values">Oldest first.</param>
    /// <param name="length">How many values a window holds.</param>
    public MomentsKernel(ReadOnlySpan<double> values, int length)
    {
        _values = values;
        (_length, _fold) = (length, new MomentsFold(length));
        _stretch = (ShortestStretch / 2 + length - 1) / length * 2 * length;
        double[] Column(int size) => GC.AllocateUninitializedArray<double>(size);
        (_newerMean, _newerSquares, _mean, _deviation) = (Column(_stretch), Column(_stretch), Column(_stretch), Column(_stretch));
        (_olderMean, _olderSquares) = (Column(_stretch + length), Column(_stretch + length));
        (_share, _weight) = (Column(_stretch), Column(_stretch));
        for (int i = 0; i < _stretch; i++)
            (_share[i], _weight[i]) = _fold.JoinFactors(i % length + 1);

        // No window is full before the first block ends.
        _olderMean.AsSpan(0, length - 1).Fill(double.NaN);
        _olderSquares.AsSpan(0, length - 1).Fill(double.NaN);
        (_olderMean[length - 1], _olderSquares[length - 1]) = (0, 0);
    }

    /// <summary>Maximum number of windows per block.</summary>
    public readonly int Stretch => _stretch;

    /// <summary>Start of the last computed block.</summary>
    public int Start { get; private set; }

    /// <summary>Means of the windows that end in the block; NaN before the first full one.</summary>
    public ReadOnlySpan<double> Means { get; private set; }

    /// <summary>Population standard deviations of the same windows.</summary>
    public ReadOnlySpan<double> Deviations { get; private set; }

    /// <summary>Computes the next block; false when there is none.</summary>
    public bool Next()
    {
        int count = Math.Min(_stretch, _values.Length - _position);
        if (count == 0)
            return false;

        int start = 0;
        for (; start + 2 * _length <= count; start += 2 * _length)
            TwoBlocks(_values.Slice(_position + start, 2 * _length), start);
        for (; start < count; start += _length)
            Block(_values.Slice(_position + start, Math.Min(_length, count - start)), start);
        Join(count);
        Start = _position;
        Means = _mean.AsSpan(0, count);
        Deviations = _deviation.AsSpan(0, count);
        _position += count;

        // The tails of the last block belong to the windows of the next block.
        _olderMean.AsSpan(_stretch, _length).CopyTo(_olderMean);
        _olderSquares.AsSpan(_stretch, _length).CopyTo(_olderSquares);
        return true;
    }

    /// <summary>Both recursions over one block, forwards for its own windows and backwards for those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Block(ReadOnlySpan<double> block, int start)
    {
        MomentsFold fold = _fold;
        MomentsFold.WindowMoments newer = default, older = default;
        Span<double> newerMean = _newerMean.AsSpan(start, block.Length), newerSquares = _newerSquares.AsSpan(start, block.Length);
        Span<double> olderMean = _olderMean.AsSpan(start + _length, block.Length), olderSquares = _olderSquares.AsSpan(start + _length, block.Length);
        for (int i = 0; i < block.Length; i++)
        {
            int back = block.Length - 1 - i;
            (newerMean[i], newerSquares[i]) = newer = fold.AddNewer(newer, block[i], i + 1);
            if (back > 0)
                (olderMean[back - 1], olderSquares[back - 1]) = older = fold.AddOlder(older, block[back], i + 1);
        }

        (olderMean[^1], olderSquares[^1]) = (0, 0); // the window that ends with the next block has no older values
    }

    /// <summary>Two full blocks at once: four recursions that do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void TwoBlocks(ReadOnlySpan<double> blocks, int start)
    {
        int length = _length;
        MomentsFold fold = _fold;
        MomentsFold.WindowMoments newerA = default, newerB = default, olderA = default, olderB = default;
        ref double a = ref MemoryMarshal.GetReference(blocks), b = ref Unsafe.Add(ref a, length);
        ref double meanA = ref _newerMean[start], meanB = ref Unsafe.Add(ref meanA, length);
        ref double squaresA = ref _newerSquares[start], squaresB = ref Unsafe.Add(ref squaresA, length);
        ref double tailA = ref _olderMean[start + length - 1], tailB = ref Unsafe.Add(ref tailA, length);
        ref double tailSquaresA = ref _olderSquares[start + length - 1], tailSquaresB = ref Unsafe.Add(ref tailSquaresA, length);
        for (int i = 0; i < length; i++)
        {
            newerA = fold.AddNewer(newerA, Unsafe.Add(ref a, i), i + 1);
            newerB = fold.AddNewer(newerB, Unsafe.Add(ref b, i), i + 1);
            (Unsafe.Add(ref meanA, i), Unsafe.Add(ref squaresA, i)) = newerA;
            (Unsafe.Add(ref meanB, i), Unsafe.Add(ref squaresB, i)) = newerB;
            int back = length - 1 - i;
            if (back == 0)
                break;
            olderA = fold.AddOlder(olderA, Unsafe.Add(ref a, back), i + 1);
            olderB = fold.AddOlder(olderB, Unsafe.Add(ref b, back), i + 1);
            (Unsafe.Add(ref tailA, back), Unsafe.Add(ref tailSquaresA, back)) = olderA;
            (Unsafe.Add(ref tailB, back), Unsafe.Add(ref tailSquaresB, back)) = olderB;
        }

        (Unsafe.Add(ref tailA, length), Unsafe.Add(ref tailSquaresA, length)) = (0, 0);
        (Unsafe.Add(ref tailB, length), Unsafe.Add(ref tailSquaresB, length)) = (0, 0);
    }

    /// <summary>Four windows at a time, operation for operation like <see cref="MomentsFold.Join"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Join(int count)
    {
        ReadOnlySpan<double> older = _olderMean.AsSpan(0, count), olderSquares = _olderSquares.AsSpan(0, count);
        ReadOnlySpan<double> newer = _newerMean.AsSpan(0, count), newerSquares = _newerSquares.AsSpan(0, count);
        ReadOnlySpan<double> share = _share.AsSpan(0, count), weight = _weight.AsSpan(0, count);
        Span<double> mean = _mean.AsSpan(0, count), deviation = _deviation.AsSpan(0, count);
        Vector256<double> inverse = Vector256.Create(_fold.Inverse);
        int i = 0;
        for (; i <= count - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> olders = Vector256.Create(older[i..]), distance = Vector256.Create(newer[i..]) - olders;
            Vector256.FusedMultiplyAdd(distance, Vector256.Create(share[i..]), olders).CopyTo(mean[i..]);
            Vector256<double> own = Vector256.Create(olderSquares[i..]) + Vector256.Create(newerSquares[i..]);
            Vector256<double> squares = Vector256.FusedMultiplyAdd(distance * distance, Vector256.Create(weight[i..]), own);
            Vector256.Sqrt(squares * inverse).CopyTo(deviation[i..]);
        }

        for (; i < count; i++)
        {
            MomentsFold.WindowMoments moments = _fold.Join(new(older[i], olderSquares[i]), new(newer[i], newerSquares[i]), i % _length + 1);
            (mean[i], deviation[i]) = (moments.Mean, _fold.Deviation(moments));
        }
    }
}
