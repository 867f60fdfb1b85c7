namespace TradeBot.Learning;

/// <summary>Training input: rows of a data set with targets and weights.</summary>
/// <param name="Data">Where the features are.</param>
/// <param name="Rows">The row numbers.</param>
/// <param name="Targets">One per row.</param>
/// <param name="Weights">One per row; null for equal weights.</param>
internal sealed record TrainingInput(Dataset Data, int[] Rows, double[] Targets, double[]? Weights)
{
    public static TrainingInput Of(Dataset data, ReadOnlySpan<int> rows)
    {
        double[] targets = new double[rows.Length];
        double[]? weights = data.Weights.IsEmpty ? null : new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            targets[i] = data.Target[rows[i]];
            if (weights != null)
                weights[i] = data.Weights[rows[i]];
        }

        return new TrainingInput(data, rows.ToArray(), targets, weights);
    }

    public double WeightOf(int row) => Weights == null ? 1 : Weights[row];
}
