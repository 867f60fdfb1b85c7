namespace TradeBot.Learning;

/// <summary>The rows to cluster.</summary>
internal sealed class ClusterPoints
{
    private readonly StandardRows _inputs;
    private readonly double[] _points, _weights, _squares;
    private readonly int[] _nearest;
    private readonly int _width, _count;

    public ClusterPoints(StandardRows inputs, Dataset data, ReadOnlySpan<int> rows)
    {
        (_inputs, _points, _width, _count) = (inputs, inputs.Rows(data, rows), inputs.Names.Count, rows.Length);
        (_weights, _squares, _nearest) = (new double[_count], new double[_count], new int[_count]);
        for (int i = 0; i < _count; i++)
            _weights[i] = data.Weights.IsEmpty ? 1 : data.Weights[rows[i]];
    }

    /// <summary>Draws the initial centres (k-means++).</summary>
    /// <exception cref="ArgumentException">There are fewer distinct rows than centres.</exception>
    public double[] Draw(int clusters, ulong seed)
    {
        double[] centres = new double[clusters * _width];
        Array.Fill(_squares, double.PositiveInfinity);
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            int row = Choose(Draws.Uniform(seed, (ulong)cluster), cluster == 0);
            if (row < 0)
                throw new ArgumentException($"{clusters} clusters need at least that many distinct rows; there are {cluster}.", nameof(clusters));
            Point(row).CopyTo(centres.AsSpan(cluster * _width));
            for (int i = 0; i < _count; i++)
                _squares[i] = Math.Min(_squares[i], ClusterCentres.Square(Point(i), Point(row)));
        }

        return centres;
    }

    /// <summary>Moves each centre to the mean of the rows nearest to it until none moves.</summary>
    public ClusterCentres Settle(double[] centres, int moves, CancellationToken cancellationToken)
    {
        Array.Fill(_nearest, -1);
        for (int move = 0; move < moves && Assign(centres); move++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Move(centres);
        }

        Assign(centres);
        double sum = 0;
        double[] weights = new double[centres.Length / _width];
        for (int i = 0; i < _count; i++)
        {
            sum += _weights[i] * _squares[i];
            weights[_nearest[i]] += _weights[i];
        }

        return new ClusterCentres(_inputs, centres, weights, sum);
    }

    private ReadOnlySpan<double> Point(int row) => _points.AsSpan(row * _width, _width);

    /// <summary>Draws a row in proportion to its weight times its squared distance from the centres (weight alone for the first); −1 when all distances are 0.</summary>
    private int Choose(double draw, bool isFirst)
    {
        double total = 0;
        for (int i = 0; i < _count; i++)
            total += Chance(i);
        double wanted = draw * total;
        int chosen = -1;
        for (int i = 0; i < _count && wanted >= 0; i++)
        {
            if (Chance(i) == 0)
                continue;
            chosen = i;
            wanted -= Chance(i);
        }

        return chosen;

        double Chance(int i) => isFirst ? _weights[i] : _weights[i] * _squares[i];
    }

    /// <returns>Whether any row changed its nearest centre.</returns>
    private bool Assign(double[] centres)
    {
        bool changed = false;
        for (int i = 0; i < _count; i++)
        {
            int nearest = 0;
            double least = double.PositiveInfinity;
            for (int cluster = 0; cluster * _width < centres.Length; cluster++)
            {
                double square = ClusterCentres.Square(Point(i), centres.AsSpan(cluster * _width, _width));
                if (square < least)
                    (nearest, least) = (cluster, square);
            }

            changed |= _nearest[i] != nearest;
            (_nearest[i], _squares[i]) = (nearest, least);
        }

        return changed;
    }

    /// <summary>A centre without rows stays where it is.</summary>
    private void Move(double[] centres)
    {
        double[] sums = new double[centres.Length], weights = new double[centres.Length / _width];
        for (int i = 0; i < _count; i++)
        {
            weights[_nearest[i]] += _weights[i];
            ReadOnlySpan<double> point = Point(i);
            for (int j = 0; j < _width; j++)
                sums[_nearest[i] * _width + j] += _weights[i] * point[j];
        }

        for (int i = 0; i < centres.Length; i++)
            centres[i] = weights[i / _width] > 0 ? sums[i] / weights[i / _width] : centres[i];
    }
}
