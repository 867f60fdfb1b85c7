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
            .AddLine(numbers, BestSoFar(values, study.Direction), "Best so far", ChartColor.Vermilion, shape: LineShape.StepAfter)
            .WithTitle("Progress of the search")
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

    /// <summary>The objective over two parameters as a contour plot interpolated between the trials, for searches with scattered trials.</summary>
    /// <param name="study">Its complete trials are used.</param>
    /// <param name="x">Name of the parameter along the columns, of numbers.</param>
    /// <param name="y">Name of the parameter along the rows, of numbers.</param>
    /// <remarks>Each cell is the mean of the trials, weighted by the inverse fourth power of their distance in shares of both ranges.</remarks>
    public static Chart Contour(StudyResult study, string x, string y)
    {
        ArgumentNullException.ThrowIfNull(study);
        Trial[] trials = [.. study.Trials.Where(t => t.State == TrialState.Complete && t.Parameters.TryGet(x, out _) && t.Parameters.TryGet(y, out _))];
        if (trials.Length == 0)
            throw new ArgumentException($"No complete trial has both '{x}' and '{y}'.", nameof(study));

        double[] xs = [.. trials.Select(t => t.Parameters[x].ToDouble())], ys = [.. trials.Select(t => t.Parameters[y].ToDouble())];
        double[] columns = Even(xs), rows = Even(ys);
        double[,] z = new double[rows.Length, columns.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
                z[row, column] = Surface(columns[column], rows[row]);
        }

        return Chart.Contour(columns, rows, z, "Objective").WithTitle($"Objective by {x} and {y}", "Interpolated between the trials.").WithXAxis(x).WithYAxis(y);

        double Surface(double atX, double atY)
        {
            double sum = 0, weights = 0, width = columns[^1] - columns[0], height = rows[^1] - rows[0];
            for (int i = 0; i < trials.Length; i++)
            {
                double squares = Share(xs[i] - atX, width) + Share(ys[i] - atY, height) + 1e-4;
                sum += trials[i].Value / (squares * squares);
                weights += 1 / (squares * squares);
            }

            return sum / weights;
        }

        static double Share(double distance, double range) => range > 0 ? distance / range * (distance / range) : 0;

        static double[] Even(double[] values)
        {
            const int Places = 24;
            double low = values.Min(), step = (values.Max() - low) / (Places - 1);
            return step > 0 ? [.. Enumerable.Range(0, Places).Select(i => low + i * step)] : [low];
        }
    }

    /// <summary>The importance of each parameter, most important first.</summary>
    public static Chart Importance(IReadOnlyList<ParameterImportance> importance)
    {
        ArgumentNullException.ThrowIfNull(importance);
        return Chart.Ranking([.. importance.Select(p => p.Name)], importance.Select(p => p.Share).ToArray(), "Share of the variance")
            .WithTitle("Which parameters matter", "Share explained by each alone; interactions are not included.");
    }

    /// <summary>Each of the best trials as a line through its parameters, each on its own range: where lines meet, the best trials agree.</summary>
    /// <param name="study">Its complete trials are used; it has two parameters or more.</param>
    /// <param name="count">Number of best trials, at least 1.</param>
    /// <exception cref="ArgumentException">The study has fewer than two parameters.</exception>
    public static Chart ParallelCoordinates(StudyResult study, int count = 25)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        IEnumerable<Trial> complete = study.Trials.Where(t => t.State == TrialState.Complete);
        Trial[] best = [.. (study.Direction == StudyDirection.Maximize ? complete.OrderByDescending(t => t.Value) : complete.OrderBy(t => t.Value)).Take(count)];
        ParallelDimension[] dimensions = [.. ParametersOf(study).Select(name => Dimension(best, name))];
        return Chart.Parallel(dimensions, best.Select(t => t.Value).ToArray(), "Objective")
            .WithTitle("The best trials", FormattableString.Invariant($"The {best.Length} best, each a line through its parameters."));
    }

    private static ParallelDimension Dimension(Trial[] trials, string name) =>
        trials.All(t => !t.Parameters.TryGet(name, out ParameterValue value) || value.IsNumber)
            ? new ParallelDimension(name, trials.Select(t => t.Parameters.TryGet(name, out ParameterValue value) ? value.ToDouble() : double.NaN).ToArray())
            : ParallelDimension.OfNames(name, [.. trials.Select(t => t.Parameters.TryGet(name, out ParameterValue value) ? value.ToString() : "")]);

    /// <summary>The first two objectives of every complete trial, and the Pareto front.</summary>
    /// <exception cref="ArgumentException">The study has one objective.</exception>
    public static Chart Front(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.OtherDirections.Count == 0)
            throw new ArgumentException($"The study '{study.Name}' has one objective.", nameof(study));

        Trial[] complete = [.. study.Trials.Where(t => t.State == TrialState.Complete)], front = [.. study.ParetoFront.OrderBy(t => t.Value)];
        return Chart.Scatter(complete.Select(t => t.Values[0]).ToArray(), complete.Select(t => t.Values[1]).ToArray(), "Trial")
            .AddLine(front.Select(t => t.Values[0]).ToArray(), front.Select(t => t.Values[1]).ToArray(), "Front", ChartColor.Vermilion, shape: Stairs(study.Direction))
            .WithTitle("Pareto front").WithXAxis("Objective 1").WithYAxis("Objective 2");
    }

    // Steps between two trials of the front: no trial reached the straight line.
    private static LineShape Stairs(StudyDirection first) => first == StudyDirection.Maximize ? LineShape.StepBefore : LineShape.StepAfter;

    /// <summary>The objective of each trial over one parameter; null for a parameter of choices.</summary>
    public static Chart? Slice(StudyResult study, string parameter)
    {
        ArgumentNullException.ThrowIfNull(study);
        Trial[] complete = [.. study.Trials.Where(t => t.State == TrialState.Complete && t.Parameters.TryGet(parameter, out _))];
        if (complete.Length == 0 || !complete[0].Parameters[parameter].IsNumber)
            return null;

        double[] positions = [.. complete.Select(t => t.Parameters[parameter].ToDouble())];
        double[] values = [.. complete.Select(t => t.Value)];
        return Chart.Scatter(positions, values, "Trial").WithTitle($"Objective over {parameter}").WithXAxis(parameter).WithYAxis("Objective");
    }

    /// <summary>True when so few values were tried that most cells of a heat map are filled.</summary>
    internal static bool IsGrid(HeatmapData data) =>
        data.X.Count is > 1 and <= MostPlaces && data.Y.Count is > 1 and <= MostPlaces
        && 4 * data.Z.Sum(row => row.Count(double.IsFinite)) >= data.X.Count * data.Y.Count;

    internal static string[] ParametersOf(StudyResult study) =>
        [.. study.Trials.SelectMany(t => t.Parameters.Select(p => p.Key)).Distinct()];

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
