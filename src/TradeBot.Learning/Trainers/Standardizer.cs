namespace TradeBot.Learning;

/// <summary>Standardises features to mean 0 and standard deviation 1 over the training rows, dividing by n and weighted.</summary>
internal sealed class Standardizer(double[] means, double[] deviations)
{
    public IReadOnlyList<double> Means => means;

    public IReadOnlyList<double> Deviations => deviations;

    public static Standardizer Of(Dataset data, ReadOnlySpan<int> rows)
    {
        double[] means = new double[data.Names.Count], deviations = new double[data.Names.Count];
        ReadOnlySpan<double> weights = data.Weights;
        for (int column = 0; column < means.Length; column++)
        {
            ReadOnlySpan<double> values = data.Column(column);
            double origin = values[rows[0]], sum = 0, squares = 0, total = 0;
            foreach (int row in rows)
            {
                double weight = weights.IsEmpty ? 1 : weights[row];
                sum += weight * (values[row] - origin);
                total += weight;
            }

            double mean = origin + sum / total;
            foreach (int row in rows)
                squares += (weights.IsEmpty ? 1 : weights[row]) * (values[row] - mean) * (values[row] - mean);
            (means[column], deviations[column]) = (mean, Math.Sqrt(squares / total));
        }

        return new Standardizer(means, deviations);
    }

    /// <summary>One feature's value, standardised.</summary>
    public double Transform(int column, double value) => (value - means[column]) / deviations[column];

    /// <summary>The rows in sequence, each with a leading 1 for the intercept.</summary>
    public double[] Transform(Dataset data, ReadOnlySpan<int> rows)
    {
        int width = means.Length + 1;
        double[] matrix = new double[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
            matrix[i * width] = 1;

        for (int column = 0; column < means.Length; column++)
        {
            ReadOnlySpan<double> values = data.Column(column);
            for (int i = 0; i < rows.Length; i++)
                matrix[i * width + column + 1] = Transform(column, values[rows[i]]);
        }

        return matrix;
    }

    public void Write(ModelWriter writer)
    {
        writer.WriteArray(means);
        writer.WriteArray(deviations);
    }

    public static Standardizer Read(ModelReader reader) => new(reader.ReadNumbers(reader.Features.Count), reader.ReadNumbers(reader.Features.Count));
}
