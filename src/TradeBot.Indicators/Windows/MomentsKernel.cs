using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>Mean and deviation of every window of a series: what <see cref="MomentsFold"/> tells in a window, a stretch at a time.</summary>
/// <remarks>
/// The recursions, which cannot be hurried, leave their runs in columns that fit the nearest cache; these are then
/// joined by vectors, operation for operation as a single window is.
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
        _stretch = (ShortestStretch + length - 1) / length * length;
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

    /// <summary>How many windows a stretch has at most.</summary>
    public readonly int Stretch => _stretch;

    /// <summary>Where the stretch begins that was computed last.</summary>
    public int Start { get; private set; }

    /// <summary>Means of the windows that end in the stretch; NaN before the first full one.</summary>
    public ReadOnlySpan<double> Means { get; private set; }

    /// <summary>Population standard deviations of the same windows.</summary>
    public ReadOnlySpan<double> Deviations { get; private set; }

    /// <summary>Computes the next stretch; false when there is none.</summary>
    public bool Next()
    {
        int count = Math.Min(_stretch, _values.Length - _position);
        if (count == 0)
            return false;

        for (int start = 0; start < count; start += _length)
            Block(_values.Slice(_position + start, Math.Min(_length, count - start)), start);
        Join(count);
        Start = _position;
        Means = _mean.AsSpan(0, count);
        Deviations = _deviation.AsSpan(0, count);
        _position += count;

        // The tails of the last block belong to the windows of the next stretch.
        _olderMean.AsSpan(_stretch, _length).CopyTo(_olderMean);
        _olderSquares.AsSpan(_stretch, _length).CopyTo(_olderSquares);
        return true;
    }

    /// <summary>Both recursions over one block, forwards for its own windows and backwards for those of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Block(ReadOnlySpan<double> block, int start)
    {
        MomentsFold fold = _fold;
        MomentsFold.Moments newer = default, older = default;
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

    private readonly void Join(int count)
    {
        ReadOnlySpan<double> older = _olderMean.AsSpan(0, count), olderSquares = _olderSquares.AsSpan(0, count);
        Span<double> mean = _mean.AsSpan(0, count), deviation = _deviation.AsSpan(0, count), distance = _newerMean.AsSpan(0, count);
        TensorPrimitives.Subtract(distance, older, distance);
        TensorPrimitives.FusedMultiplyAdd(distance, _share.AsSpan(0, count), older, mean);
        TensorPrimitives.Multiply(distance, distance, distance);
        TensorPrimitives.Add(olderSquares, _newerSquares.AsSpan(0, count), deviation);
        TensorPrimitives.FusedMultiplyAdd(distance, _weight.AsSpan(0, count), deviation, deviation);
        TensorPrimitives.Multiply(deviation, _fold.Inverse, deviation);
        TensorPrimitives.Sqrt(deviation, deviation);
    }
}
