using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Divides training rows in those that are learned from and, after them, those that tell when to stop.</summary>
internal static class TailRows
{
    /// <param name="data">Where the rows are.</param>
    /// <param name="rows">Ascending.</param>
    /// <param name="share">Of the rows, the last ones, in (0, 1]; rows whose labels touch theirs are in neither part.</param>
    public static (int[] Learned, int[] Judged) HoldOut(Dataset data, int[] rows, double share)
    {
        Fold fold = Split.TrainTest(share).Divide(Array.ConvertAll(rows, row => data.Starts[row]), Array.ConvertAll(rows, row => data.Ends[row]))[0];
        return (Array.ConvertAll(fold.Train.ToArray(), i => rows[i]), Array.ConvertAll(fold.Test.ToArray(), i => rows[i]));
    }
}
