using MathNet.Numerics.LinearAlgebra;

namespace TradeBot.Learning;

/// <summary>Sufficient statistics of linear models: covariances of the standardised features and with the target.</summary>
internal sealed class LinearFit
{
    private const int MaxSweeps = 100_000;

    // Convergence tolerance on a coefficient's change, relative to the target's deviation.
    private const double Negligible = 1e-13;

    private readonly IReadOnlyList<string> _names;
    private readonly Standardizer _standardizer;
    private readonly double _mean, _weight, _deviation;
    private readonly double[] _covariances; // row by row, of the features
    private readonly double[] _withTarget;

    private LinearFit(Dataset data, ReadOnlySpan<int> rows)
    {
        (_names, _standardizer) = (data.Names, Standardizer.Of(data, rows));
        int width = data.Names.Count;
        double[] matrix = _standardizer.Transform(data, rows);
        double[] weights = new double[rows.Length], targets = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            (weights[i], targets[i]) = (data.Weights.IsEmpty ? 1 : data.Weights[rows[i]], data.Target[rows[i]]);
            _weight += weights[i];
            _mean += weights[i] * targets[i];
        }

        _mean /= _weight;
        (_covariances, _withTarget) = (new double[width * width], new double[width]);
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<double> x = matrix.AsSpan(i * (width + 1) + 1, width);
            double share = weights[i] / _weight, rest = targets[i] - _mean;
            _deviation += share * rest * rest;
            for (int j = 0; j < width; j++)
            {
                _withTarget[j] += share * x[j] * rest;
                for (int k = 0; k <= j; k++)
                    _covariances[j * width + k] += share * x[j] * x[k];
            }
        }

        for (int j = 0; j < width; j++)
        {
            for (int k = 0; k < j; k++)
                _covariances[k * width + j] = _covariances[j * width + k];
        }

        _deviation = Math.Sqrt(_deviation);
    }

    public static LinearFit Of(Dataset data, ReadOnlySpan<int> rows) => new(data, rows);

    public LinearModel Ridge(string name, double penalty)
    {
        int width = _withTarget.Length;
        Matrix<double> normal = Matrix<double>.Build.Dense(width, width, (i, j) => _covariances[i * width + j] + (i == j ? penalty / _weight : 0));
        return Model(name, normal.Cholesky().Solve(Vector<double>.Build.Dense(_withTarget)).ToArray());
    }

    /// <exception cref="InvalidOperationException">The coefficients do not converge.</exception>
    public LinearModel ElasticNet(string name, double l1, double l2, CancellationToken cancellationToken)
    {
        double[] coefficients = new double[_withTarget.Length];
        for (int sweep = 0; sweep < MaxSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Sweep(coefficients, l1, l2) <= Negligible * _deviation)
                return Model(name, coefficients);
        }

        throw new InvalidOperationException($"{name} did not converge in {MaxSweeps} sweeps because features are nearly collinear: raise the penalty or remove some features.");
    }

    /// <summary>Optimises each coefficient given the others.</summary>
    /// <returns>The largest change.</returns>
    private double Sweep(double[] coefficients, double l1, double l2)
    {
        double largest = 0;
        for (int j = 0; j < coefficients.Length; j++)
        {
            ReadOnlySpan<double> row = _covariances.AsSpan(j * coefficients.Length, coefficients.Length);
            double pull = _withTarget[j] + row[j] * coefficients[j];
            for (int k = 0; k < row.Length; k++)
                pull -= row[k] * coefficients[k];
            double next = Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - l1) / (row[j] + l2);
            largest = Math.Max(largest, Math.Abs(next - coefficients[j]));
            coefficients[j] = next;
        }

        return largest;
    }

    private LinearModel Model(string name, double[] coefficients) => new(name, _names, new LinearScore(_standardizer, _mean, coefficients));
}
