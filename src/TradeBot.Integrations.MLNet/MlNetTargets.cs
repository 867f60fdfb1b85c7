using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>The training rows of a task, their targets checked: ML.NET itself would accept any.</summary>
/// <param name="Task">What is predicted.</param>
/// <param name="Rows">Those that count: a row of weight 0 does not.</param>
/// <param name="Classes">The classes, ascending, for several classes; otherwise empty.</param>
internal sealed record MlNetTargets(MlNetTask Task, int[] Rows, double[] Classes)
{
    private const int MostClasses = 50;

    /// <exception cref="ArgumentException">A target does not suit the task, or all are equal; the message names the row.</exception>
    public static MlNetTargets Of(Dataset data, ReadOnlySpan<int> rows, MlNetTask task, double lowest)
    {
        int[] counting = data.Weights.IsEmpty ? rows.ToArray() : [.. rows.ToArray().Where(row => data.Weights[row] > 0)];
        double[] values = [.. counting.Select(row => data.Target[row]).Distinct().Order()];
        if (task == MlNetTask.Binary && First(counting, row => data.Target[row] is not (0 or 1)) is int odd)
            throw new ArgumentException(FormattableString.Invariant($"A classifier needs targets of 0 or 1; row {odd} has {data.Target[odd]:R}."), nameof(data));
        if (task == MlNetTask.Regression && First(counting, row => !float.IsFinite((float)data.Target[row])) is int infinite)
            throw new ArgumentException(FormattableString.Invariant($"A regression needs targets that are finite in single precision; row {infinite} has {data.Target[infinite]:R}."), nameof(data));
        if (task == MlNetTask.Regression && First(counting, row => data.Target[row] < lowest) is int low)
            throw new ArgumentException(FormattableString.Invariant($"The method predicts targets from {lowest:R} on; row {low} has {data.Target[low]:R}."), nameof(data));
        if (task == MlNetTask.Multiclass && values.Length > MostClasses)
            throw new ArgumentException(FormattableString.Invariant($"The target has {values.Length} different values; at most {MostClasses} are accepted as classes. A regression predicts a number."), nameof(data));
        if (values.Length < 2)
            throw new ArgumentException(FormattableString.Invariant($"All {counting.Length} rows have the target {(values.Length == 0 ? double.NaN : values[0]):R}, so there is nothing to separate."), nameof(rows));
        return new MlNetTargets(task, counting, task == MlNetTask.Multiclass ? values : []);
    }

    private static int? First(int[] rows, Predicate<int> isOdd) => Array.FindIndex(rows, isOdd) is >= 0 and int index ? rows[index] : null;
}
