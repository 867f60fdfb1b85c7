using MathNet.Numerics.LinearAlgebra;

namespace TradeBot.Learning;

/// <summary>Principal components: the directions in which the standardised features vary most.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n, weighted) of the training rows. Each direction has length 1, and its loading of
/// largest magnitude is positive. Deterministic: the seed is ignored. Source: Jolliffe, <i>Principal Component Analysis</i>, 2002.
/// </remarks>
public sealed record Pca : IReduction
{
    /// <summary>Number of components; at least 1, at most the number of features.</summary>
    public int Components { get; init => field = Require.AtLeast(value, 1); } = 5;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"pca({Components})");

    /// <summary>Fits the components.</summary>
    /// <inheritdoc/>
    IReducer IReduction.Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken) => Fit(data, rows, cancellationToken);

    /// <summary>Fits the components.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are fewer features than components, too few rows, or a feature is not finite or does not vary.</exception>
    public PrincipalComponents Fit(Dataset data, ReadOnlyMemory<int> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        int width = data.Names.Count;
        if (Components > width)
            throw new ArgumentException($"{Components} components need at least that many features, got {width}.", nameof(data));

        TrainingRows.RequireFeatures(data, rows.Span);
        cancellationToken.ThrowIfCancellationRequested();
        Standardizer standardizer = Standardizer.Of(data, rows.Span);
        double[] covariances = Covariances(data, rows.Span, standardizer, out double total);
        Matrix<double> matrix = Matrix<double>.Build.Dense(width, width, (i, j) => covariances[Math.Max(i, j) * width + Math.Min(i, j)]);
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        double[] variances = [.. Enumerable.Range(0, width).Select(i => Math.Max(0, eigen.EigenValues[width - 1 - i].Real))];
        double[][] loadings = [.. Enumerable.Range(0, Components).Select(i => Turned(eigen.EigenVectors.Column(width - 1 - i).ToArray(), data.Names))];
        return new PrincipalComponents(data.Names, standardizer, loadings, [.. variances.Take(Components).Select(variance => variance * total / (total - 1))], [.. variances.Take(Components).Select(variance => variance / width)]);
    }

    /// <summary>The lower triangle, row by row.</summary>
    private static double[] Covariances(Dataset data, ReadOnlySpan<int> rows, Standardizer standardizer, out double total)
    {
        int width = data.Names.Count;
        double[] sums = new double[width * width], x = new double[width];
        total = 0;
        foreach (int row in rows)
        {
            double weight = data.Weights.IsEmpty ? 1 : data.Weights[row];
            total += weight;
            for (int i = 0; i < width; i++)
            {
                x[i] = standardizer.Transform(i, data.Column(i)[row]);
                for (int j = 0; j <= i; j++)
                    sums[i * width + j] += weight * x[i] * x[j];
            }
        }

        for (int i = 0; i < sums.Length; i++)
            sums[i] /= total;
        return sums;
    }

    /// <summary>With the loading of largest magnitude positive; on a tie, the one whose feature name comes first.</summary>
    private static double[] Turned(double[] loadings, IReadOnlyList<string> names)
    {
        double greatest = loadings.Max(Math.Abs);
        int deciding = Enumerable.Range(0, loadings.Length).Where(i => Math.Abs(loadings[i]) >= greatest - 1e-9).OrderBy(i => names[i], StringComparer.Ordinal).First();
        return loadings[deciding] < 0 ? Array.ConvertAll(loadings, loading => -loading) : loadings;
    }
}
