using TradeBot.Optimization;

namespace TradeBot.Reporting;

/// <summary>The charts of a study.</summary>
public static class StudyCharts
{
    private const int MostPlaces = 120;

    /// <summary>The objective of each trial in the order of the search, and the best so far.</summary>
    public static Chart History(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        double[] numbers = [.. study.Trials.Select(t => (double)t.Number)];
        double[] values = [.. study.Trials.Select(t => t.State == TrialState.Complete ? t.Value : double.NaN)];
        return Chart.Scatter(numbers, values, "Trial")
            .AddLine(numbers, BestSoFar(values, study.Direction), "Best so far", ChartColor.Vermilion)
            .WithTitle("The course of the search")
            .WithXAxis("Trial")
            .WithYAxis("Objective");
    }

    /// <summary>The objective over two parameters.</summary>
    public static Chart Heatmap(HeatmapData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[,] z = new double[data.Y.Count, data.X.Count];
        for (int row = 0; row < data.Y.Count; row++)
        {
            for (int column = 0; column < data.X.Count; column++)
                z[row, column] = data.Z[row][column];
        }

        return Chart.Heatmap(Names(data.X), Names(data.Y), z, "Objective")
            .WithTitle($"Objective by {data.XName} and {data.YName}", "Best over all other parameters; a cross marks a pair without a complete trial.")
            .WithXAxis(data.XName)
            .WithYAxis(data.YName);
    }

    /// <summary>The objective of each trial over one parameter; null for a parameter of choices.</summary>
    public static Chart? Slice(StudyResult study, string parameter)
    {
        ArgumentNullException.ThrowIfNull(study);
        Trial[] complete = [.. study.Trials.Where(t => t.State == TrialState.Complete)];
        if (complete.Length == 0 || !complete[0].Parameters[parameter].IsNumber)
            return null;

        double[] positions = [.. complete.Select(t => t.Parameters[parameter].ToDouble())];
        double[] values = [.. complete.Select(t => t.Value)];
        return Chart.Scatter(positions, values, "Trial").WithTitle($"Objective over {parameter}").WithXAxis(parameter).WithYAxis("Objective");
    }

    /// <summary>True when few enough values were tried that a heat map shows more cells than holes.</summary>
    internal static bool IsGrid(HeatmapData data) =>
        data.X.Count is > 1 and <= MostPlaces && data.Y.Count is > 1 and <= MostPlaces
        && 4 * data.Z.Sum(row => row.Count(double.IsFinite)) >= data.X.Count * data.Y.Count;

    internal static string[] ParametersOf(StudyResult study) =>
        study.Trials.Count == 0 ? [] : [.. study.Trials[0].Parameters.Select(p => p.Key)];

    private static string[] Names(IReadOnlyList<ParameterValue> values) => [.. values.Select(v => v.ToString())];

    private static double[] BestSoFar(double[] values, StudyDirection direction)
    {
        double[] best = new double[values.Length];
        double current = double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            current = direction == StudyDirection.Maximize ? double.MaxNumber(current, values[i]) : double.MinNumber(current, values[i]);
            best[i] = current;
        }

        return best;
    }
}
