using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning.Tests;

public class PermutationImportanceTests
{
    private static readonly Dataset Data = Planted(800, seed: 3);

    [Fact]
    public void A_feature_the_model_does_not_use_is_worth_exactly_nothing()
    {
        ImportanceTable table = PermutationImportance.Of(new First(), Data, Data.AllRows(), seed: 1, score: ScoreKind.Auc);

        Assert.Equal("signal", table.Features[0].Name);
        Assert.All(table.Features.Skip(1), f => Assert.Equal((0.0, 0.0), (f.Drop, f.Deviation)));
        Assert.InRange(table.Features[0].Drop, 0.2, 0.5);
        Assert.Equal(Scores.Of([.. Data.Column("signal").ToArray().Select(First.Of)], Data.Target, Data.Returns).Auc, table.Baseline);
    }

    [Fact]
    public void The_drop_is_that_of_the_score_over_permuted_rows()
    {
        ImportanceTable table = PermutationImportance.Of(new First(), Data, Data.AllRows(), seed: 1, score: ScoreKind.Brier, repeats: 1);

        int[] permutation = PermutedFeatures.Permutation(Data.RowCount, TrialSeed.Derive(1, 0));
        double[] permuted = [.. permutation.Select(row => First.Of(Data.Column("signal")[row]))];
        Assert.Equal(Scores.Of(permuted, Data.Target, Data.Returns).Brier - table.Baseline, table.Features[0].Drop, 15);
    }

    [Fact]
    public void Alike_features_hide_each_other_and_their_group_does_not()
    {
        Dataset twice = Dataset.FromColumns(
            ["signal", "twin", "noise"],
            [Data.Column("signal").ToArray(), [.. Data.Column("signal").ToArray().Select((x, i) => x + 0.01 * (i % 3))], Data.Column("noise").ToArray()], Data.Target.ToArray());
        IModel model = new Logistic().Train(twice, twice.AllRows(), seed: 0);
        IReadOnlyList<IReadOnlyList<string>> groups = FeatureClusters.ByCorrelation(twice);

        ImportanceTable alone = PermutationImportance.Of(model, twice, twice.AllRows(), seed: 1), together = PermutationImportance.Of(model, twice, twice.AllRows(), seed: 1, groups);

        Assert.Equal([["signal", "twin"], ["noise"]], groups);
        Assert.Equal("signal, twin", together.Features[0].Name);
        Assert.True(together.Features[0].Drop > 1.2 * alone.Features[0].Drop, $"{together}\n{alone}");
    }

    [Fact]
    public void Clusters_join_by_the_mean_over_pairs()
    {
        // a and b agree, c is their mirror, d is on its own: |ρ| does not care for the sign.
        var random = new Random(4);
        double[] a = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())], d = [.. a.Select(_ => random.NextDouble())];
        var data = Dataset.FromColumns(["a", "d", "b", "c"], [a, d, [.. a.Select(x => 2 * x)], [.. a.Select(x => -x)]], a);

        Assert.Equal([["a", "b", "c"], ["d"]], FeatureClusters.ByCorrelation(data));
        Assert.Equal(4, FeatureClusters.ByCorrelation(Dataset.FromColumns(["a", "d", "e", "f"], [a, d, [.. a.Select(_ => random.NextDouble())], [.. a.Select(_ => random.NextDouble())]], a)).Count);
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => PermutationImportance.Of(new First(), Data, Data.AllRows(), seed: 1, [["no such"]]));

    [Fact]
    public void Dependence_is_the_mean_over_the_rows_with_the_feature_held()
    {
        var data = Dataset.FromColumns(["signal", "noise"], [[0, 0.5, 1], [1, 2, 6]], [0, 1, 1]);

        var dependence = PartialDependence.Of(new Product(), data, data.AllRows(), "signal", points: 3);

        // The mean of the other feature is 3: the product rises by 3 per unit.
        Assert.Equal([0, 0.5, 1], dependence.Values);
        Assert.Equal([0, 1.5, 3], dependence.Predictions);
    }

    [Fact]
    public void Selection_keeps_informative_features_only()
    {
        FeatureSelection selection = FeatureSelection.Of(Data, Split.WalkForward(4), new Logistic(), seed: 1);

        Assert.Equal(["signal"], selection.Kept);
        Assert.All(selection.Features, f => Assert.True(f.AdjustedPValue >= f.PValue));
    }

    [Fact]
    public void Among_uninformative_features_one_is_kept_no_more_often_than_allowed()
    {
        int wrong = 0;
        for (int run = 0; run < 200; run++)
        {
            var random = new Random(1000 + run);
            double[][] columns = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 300).Select(_ => random.NextDouble()).ToArray())];
            var data = Dataset.FromColumns([.. "abcdefgh".Select(c => $"{c}")], columns, [.. Enumerable.Range(0, 300).Select(_ => (double)random.Next(2))]);
            wrong += FeatureSelection.Of(data, Split.WalkForward(2), new Logistic(), seed: run, level: 0.1, repeats: 2).Kept.Count > 0 ? 1 : 0;
        }

        // At 10 % twenty of 200 are expected at most; 33 would be three standard deviations more.
        Assert.InRange(wrong, 0, 33);
    }

    private static Dataset Planted(int rows, int seed)
    {
        var random = new Random(seed);
        double[] signal = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())], noise = [.. signal.Select(_ => random.NextDouble())], other = [.. signal.Select(_ => random.NextDouble())];
        return Dataset.FromColumns(["signal", "noise", "other"], [signal, noise, other], [.. signal.Select(s => s + 0.6 * (random.NextDouble() - 0.5) > 0.5 ? 1.0 : 0.0)]);
    }

    private sealed class First : IModel
    {
        public string Name => "first";

        public IReadOnlyList<string> Features => Data.Names;

        public static double Of(double value) => 0.05 + 0.9 * value;

        public double Predict(ReadOnlySpan<double> row) => Of(row[0]);
    }

    private sealed class Product : IModel
    {
        public string Name => "product";

        public IReadOnlyList<string> Features { get; } = ["signal", "noise"];

        public double Predict(ReadOnlySpan<double> row) => row[0] * row[1];
    }
}
