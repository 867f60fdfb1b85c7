using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>How much of the objective's variation a parameter explains by itself.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Share">Of the variance over the space, in [0, 1]; the shares of all parameters add up to less than 1 where they act together.</param>
public sealed record ParameterImportance(string Name, double Share)
{
    private const int Trees = 32, MostTrials = 3000;

    /// <summary>The importance of every parameter of a study, most important first: the functional analysis of variance of a forest of regression trees.</summary>
    /// <param name="study">Its complete trials are used, at most 3,000 evenly spread over the search. A search that stayed in one region describes only that region.</param>
    /// <returns>Empty when fewer than 10 trials are complete, or all have the same value.</returns>
    /// <remarks>Source: Hutter, Hoos, Leyton-Brown, "An efficient approach for assessing hyperparameter importance", ICML 2014.</remarks>
    public static IReadOnlyList<ParameterImportance> Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var coordinates = new TrialCoordinates(study);
        int count = coordinates.Trials.Length;
        if (count < 10)
            return [];

        int[] used = count <= MostTrials ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, MostTrials).Select(i => (int)((long)i * count / MostTrials))];
        double[][] points = Array.ConvertAll(used, i => coordinates.Points[i]);
        double[] values = Array.ConvertAll(used, i => coordinates.Trials[i].Value);
        double mean = values.Average();
        values = Array.ConvertAll(values, v => v - mean);

        double[][] effects = [.. Enumerable.Range(0, Trees).AsParallel().AsOrdered().Select(tree => EffectsOf(tree, points, values, coordinates.Names.Length)).OfType<double[]>()];
        return effects.Length == 0
            ? []
            : [.. coordinates.Names.Select((name, d) => new ParameterImportance(name, effects.Average(e => e[d]))).OrderByDescending(p => p.Share)];
    }

    private static double[]? EffectsOf(int tree, double[][] points, double[] values, int dimensions)
    {
        var random = new SplitMix64(TrialSeed.State(0, tree));
        int[] rows = new int[points.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = random.NextInt(points.Length);
        return new RegressionTree(points, values, rows, dimensions).MainEffects();
    }
}
