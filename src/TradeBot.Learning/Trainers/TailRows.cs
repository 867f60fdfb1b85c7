using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Divides training rows into training and, after them, validation rows for early stopping.</summary>
internal static class TailRows
{
    /// <param name="data">Where the rows are.</param>
    /// <param name="rows">Ascending.</param>
    /// <param name="share">Fraction of validation rows, the last ones, in (0, 1]; rows whose labels overlap theirs are in neither part.</param>
    public static (int[] Training, int[] Validation) HoldOut(Dataset data, int[] rows, double share)
    {
        Fold fold = Split.TrainTest(share).Divide(Array.ConvertAll(rows, row => data.Starts[row]), Array.ConvertAll(rows, row => data.Ends[row]))[0];
        return (Array.ConvertAll(fold.Train.ToArray(), i => rows[i]), Array.ConvertAll(fold.Test.ToArray(), i => rows[i]));
    }
}
