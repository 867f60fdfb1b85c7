using Microsoft.Data.Analysis;
using TradeBot.Learning;

namespace TradeBot.Integrations.DataAnalysis;

/// <summary>Training rows, and comparisons of models, as a <see cref="DataFrame"/>.</summary>
/// <remarks>Spans stay whole numbers, in milliseconds since 1970-01-01 UTC where the rows come from candles: rows given as they are may count in another unit.</remarks>
public static class LearningFrames
{
    private const string Start = "span_start", End = "span_end", Target = "target", Return = "span_return", Weight = "row_weight";

    /// <summary>One row per row: the features under their names, then <c>span_start</c>, <c>span_end</c>, <c>target</c>, <c>span_return</c>, and <c>row_weight</c> where rows have weights.</summary>
    /// <exception cref="ArgumentException">A feature has one of these names.</exception>
    public static DataFrame ToDataFrame(this Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        string[] own = [Start, End, Target, Return, Weight];
        if (data.Names.FirstOrDefault(own.Contains) is { } taken)
            throw new ArgumentException($"A feature is called '{taken}', which the frame needs itself; its own columns are {string.Join(", ", own)}.", nameof(data));

        List<DataFrameColumn> columns = [];
        for (int i = 0; i < data.Names.Count; i++)
            columns.Add(new DoubleDataFrameColumn(data.Names[i], data.Column(i).ToArray()));
        columns.Add(new Int64DataFrameColumn(Start, data.Starts.ToArray()));
        columns.Add(new Int64DataFrameColumn(End, data.Ends.ToArray()));
        columns.Add(new DoubleDataFrameColumn(Target, data.Target.ToArray()));
        columns.Add(new DoubleDataFrameColumn(Return, data.Returns.ToArray()));
        if (!data.Weights.IsEmpty)
            columns.Add(new DoubleDataFrameColumn(Weight, data.Weights.ToArray()));
        return new DataFrame(columns);
    }

    /// <summary>The rows of a frame that <see cref="ToDataFrame(Dataset)"/> wrote, or one of the same shape: every other column is a feature.</summary>
    /// <remarks>The rows know no more which candles, pipeline and label they came from, so that their content hash is another.</remarks>
    /// <exception cref="ArgumentException">A column is missing, or a value is not finite.</exception>
    public static Dataset ToDataset(this DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string[] names = [.. frame.Columns.Select(column => column.Name).Where(name => name is not (Start or End or Target or Return or Weight))];
        double[][] columns = Array.ConvertAll(names, name => Finite(frame, name));
        long[] starts = Array.ConvertAll(DataFrameColumns.Decimals(frame, Start), decimal.ToInt64), ends = Array.ConvertAll(DataFrameColumns.Decimals(frame, End), decimal.ToInt64);
        Dataset data = Dataset.FromColumns(names, columns, Finite(frame, Target), (starts, ends), Finite(frame, Return));
        return DataFrameColumns.Has(frame, Weight) ? data.WithWeights(Finite(frame, Weight)) : data;
    }

    /// <summary>One row per trainer, in their order.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<Evaluation> leaderboard)
    {
        ArgumentNullException.ThrowIfNull(leaderboard);
        return new DataFrame(
            new StringDataFrameColumn("trainer", leaderboard.Select(row => row.Trainer)),
            new StringDataFrameColumn("split", leaderboard.Select(row => row.Split)),
            new Int32DataFrameColumn("folds", leaderboard.Select(row => row.Folds.Count)),
            new Int32DataFrameColumn("rows", leaderboard.Select(row => row.Scores.Rows)),
            new DoubleDataFrameColumn("auc", leaderboard.Select(row => row.Scores.Auc)),
            new DoubleDataFrameColumn("log_loss", leaderboard.Select(row => row.Scores.LogLoss)),
            new DoubleDataFrameColumn("base_log_loss", leaderboard.Select(row => row.Scores.BaseLogLoss)),
            new DoubleDataFrameColumn("brier", leaderboard.Select(row => row.Scores.Brier)),
            new DoubleDataFrameColumn("accuracy", leaderboard.Select(row => row.Scores.Accuracy)),
            new DoubleDataFrameColumn("base_rate", leaderboard.Select(row => row.Scores.BaseRate)),
            new DoubleDataFrameColumn("information_coefficient", leaderboard.Select(row => row.Scores.InformationCoefficient)));
    }

    private static double[] Finite(DataFrame frame, string name)
    {
        double[] values = DataFrameColumns.Doubles(frame, name);
        int row = Array.FindIndex(values, value => !double.IsFinite(value));
        return row < 0 ? values : throw new ArgumentException(FormattableString.Invariant($"Column '{name}', row {row}: {values[row]}; training rows have finite numbers only."), nameof(frame));
    }
}
