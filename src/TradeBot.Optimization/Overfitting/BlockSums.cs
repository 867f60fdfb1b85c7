namespace TradeBot.Optimization.Overfitting;

/// <summary>Sums of returns and of their squares per block and trial, from which the Sharpe ratio of any set of blocks follows.</summary>
internal sealed class BlockSums
{
    // Below this share of the mean square, a variance is the rounding error of a constant series.
    private const double Negligible = 1e-13;

    private readonly int _trials, _length, _blocks;
    private readonly double[] _sums, _squares; // by block, then by trial
    private readonly double[] _totals, _totalSquares; // of the blocks being measured, by trial

    /// <summary>Divides the returns into blocks of equal length; the oldest that do not fill a block are omitted.</summary>
    public BlockSums(IReadOnlyList<ReadOnlyMemory<double>> returns, int blocks)
    {
        (_trials, _blocks, _length) = (returns.Count, blocks, returns[0].Length / blocks);
        (_sums, _squares) = (new double[blocks * _trials], new double[blocks * _trials]);
        (_totals, _totalSquares) = (new double[_trials], new double[_trials]);

        for (int trial = 0; trial < _trials; trial++)
        {
            ReadOnlySpan<double> used = returns[trial].Span[(returns[trial].Length % blocks)..];
            for (int i = 0; i < used.Length; i++)
            {
                int cell = i / _length * _trials + trial;
                _sums[cell] += used[i];
                _squares[cell] += used[i] * used[i];
            }
        }
    }

    /// <summary>The Sharpe ratio of every trial over half of the blocks, and over the other half; NaN where the returns do not vary.</summary>
    public void Measure(ReadOnlySpan<int> half, Span<double> inside, Span<double> outside)
    {
        Measure(half, isMember: true, inside);
        Measure(half, isMember: false, outside); // summed again: a difference of sums would turn a half without trades into noise
    }

    private void Measure(ReadOnlySpan<int> half, bool isMember, Span<double> sharpe)
    {
        Array.Clear(_totals);
        Array.Clear(_totalSquares);
        int count = 0;
        for (int block = 0; block < _blocks; block++)
        {
            if (half.Contains(block) != isMember)
                continue;

            count += _length;
            AddTo(_totals, _sums.AsSpan(block * _trials, _trials));
            AddTo(_totalSquares, _squares.AsSpan(block * _trials, _trials));
        }

        for (int trial = 0; trial < sharpe.Length; trial++)
            sharpe[trial] = Sharpe(count, _totals[trial], _totalSquares[trial]);
    }

    private static double Sharpe(int count, double sum, double squares)
    {
        double deviations = squares - sum / count * sum;
        return deviations > Negligible * squares ? sum / count / Math.Sqrt(deviations / (count - 1)) : double.NaN;
    }

    private static void AddTo(double[] totals, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < totals.Length; i++)
            totals[i] += values[i];
    }
}
