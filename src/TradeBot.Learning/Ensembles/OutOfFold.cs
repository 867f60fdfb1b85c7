using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Out-of-fold predictions: each training row is predicted by a model trained on other rows whose labels do not overlap it.</summary>
internal static class OutOfFold
{
    /// <param name="trainer">Trained once per fold.</param>
    /// <param name="data">Where the rows are.</param>
    /// <param name="rows">The training rows, ascending.</param>
    /// <param name="folds">At least 2.</param>
    /// <param name="embargo">Embargo in rows after each fold, in addition to purging.</param>
    /// <param name="seed">Seed from which the folds' seeds are derived.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <returns>One value per training row.</returns>
    public static double[] Predict(ITrainer trainer, Dataset data, int[] rows, int folds, int embargo, int seed, CancellationToken cancellationToken)
    {
        if (rows.Length < folds)
            throw new ArgumentException($"{folds} folds need at least {folds} rows, got {rows.Length}.", nameof(rows));

        double[] predictions = new double[rows.Length];
        long[] starts = Array.ConvertAll(rows, row => data.Starts[row]), ends = Array.ConvertAll(rows, row => data.Ends[row]);
        foreach (Fold fold in Split.PurgedKFold(folds, embargo).Divide(starts, ends))
        {
            IModel model = Members.Train(trainer, data, At(rows, fold.Train.Span), TrialSeed.Derive(seed, fold.Number), fold.ToString(), cancellationToken);
            double[] predicted = new double[fold.Test.Length];
            model.Predict(data, At(rows, fold.Test.Span), predicted);
            for (int i = 0; i < predicted.Length; i++)
                predictions[fold.Test.Span[i]] = predicted[i];
        }

        return predictions;
    }

    /// <summary>The training rows as a data set with other features.</summary>
    public static Dataset With(Dataset data, int[] rows, IReadOnlyList<string> names, double[][] columns)
    {
        Dataset given = Dataset.FromColumns(
            names, columns, Array.ConvertAll(rows, row => data.Target[row]),
            (Array.ConvertAll(rows, row => data.Starts[row]), Array.ConvertAll(rows, row => data.Ends[row])), Array.ConvertAll(rows, row => data.Returns[row]), allowMissing: true);
        return data.Weights.IsEmpty ? given : given.WithWeights(Array.ConvertAll(rows, row => data.Weights[row]));
    }

    private static int[] At(int[] rows, ReadOnlySpan<int> positions)
    {
        int[] chosen = new int[positions.Length];
        for (int i = 0; i < chosen.Length; i++)
            chosen[i] = rows[positions[i]];
        return chosen;
    }
}
