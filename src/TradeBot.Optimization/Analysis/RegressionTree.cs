namespace TradeBot.Optimization;

/// <summary>A regression tree over the unit cube.</summary>
internal sealed class RegressionTree
{
    private const int MaxDepth = 10, MinLeaf = 3;

    private readonly double[][] _points;
    private readonly double[] _values;
    private readonly List<(double[] Low, double[] High, double Value)> _leaves = [];

    /// <summary>Grows a tree on the chosen rows; a row may occur several times.</summary>
    public RegressionTree(double[][] points, double[] values, int[] rows, int dimensions)
    {
        (_points, _values, Dimensions) = (points, values, dimensions);
        double[] low = new double[dimensions], high = new double[dimensions];
        Array.Fill(low, TrialCoordinates.Absent);
        Array.Fill(high, 1);
        Grow(rows, low, high, 0);
    }

    private int Dimensions { get; }

    /// <summary>The share of the tree's variance over the cube that each dimension explains by itself; null when the tree is flat.</summary>
    public double[]? MainEffects()
    {
        double mean = 0, total = 0;
        foreach ((double[] low, double[] high, double value) in _leaves)
            mean += Volume(low, high, except: -1) * value;
        foreach ((double[] low, double[] high, double value) in _leaves)
            total += Volume(low, high, except: -1) * (value - mean) * (value - mean);
        return total > 0 ? [.. Enumerable.Range(0, Dimensions).Select(d => Explained(d, mean) / total)] : null;
    }

    private double Explained(int dimension, double mean)
    {
        double[] cuts = [.. _leaves.SelectMany(l => (double[])[l.Low[dimension], l.High[dimension]]).Distinct().Order()];
        double explained = 0;
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            double marginal = 0;
            foreach ((double[] low, double[] high, double value) in _leaves)
            {
                if (low[dimension] <= cuts[i] && high[dimension] >= cuts[i + 1])
                    marginal += Volume(low, high, except: dimension) * value;
            }

            explained += (cuts[i + 1] - cuts[i]) / Width * (marginal - mean) * (marginal - mean);
        }

        return explained;
    }

    private const double Width = 1 - TrialCoordinates.Absent;

    private static double Volume(double[] low, double[] high, int except)
    {
        double volume = 1;
        for (int d = 0; d < low.Length; d++)
        {
            if (d != except)
                volume *= (high[d] - low[d]) / Width;
        }

        return volume;
    }

    private void Grow(int[] rows, double[] low, double[] high, int depth)
    {
        (int dimension, double cut) = depth < MaxDepth ? BestCut(rows) : (-1, 0);
        if (dimension < 0)
        {
            _leaves.Add((low, high, rows.Average(r => _values[r])));
            return;
        }

        double[] lowRight = [.. low], highLeft = [.. high];
        lowRight[dimension] = highLeft[dimension] = cut;
        Grow([.. rows.Where(r => _points[r][dimension] <= cut)], low, highLeft, depth + 1);
        Grow([.. rows.Where(r => _points[r][dimension] > cut)], lowRight, high, depth + 1);
    }

    /// <summary>The split that leaves the least variance; a dimension of −1 when none helps.</summary>
    private (int Dimension, double Cut) BestCut(int[] rows)
    {
        double all = rows.Sum(r => _values[r]), best = all * all / rows.Length + 1e-12 * Math.Abs(all * all);
        (int Dimension, double Cut) found = (-1, 0);
        for (int d = 0; d < Dimensions; d++)
        {
            int dimension = d;
            int[] order = [.. rows.OrderBy(r => _points[r][dimension])];
            double left = 0;
            for (int i = 1; i < order.Length; i++)
            {
                left += _values[order[i - 1]];
                double before = _points[order[i - 1]][d], after = _points[order[i]][d];
                if (i < MinLeaf || order.Length - i < MinLeaf || before == after)
                    continue;
                double gain = left * left / i + (all - left) * (all - left) / (order.Length - i);
                if (gain > best)
                    (best, found) = (gain, (d, (before + after) / 2));
            }
        }

        return found;
    }
}
