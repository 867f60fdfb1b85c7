using System.Text.Json;

namespace TradeBot.Learning.Tests;

public class ReductionTests
{
    [SkippableFact]
    public void Components_agree_with_scikit_learn()
    {
        JsonElement expected = ReferenceData.Expected().GetProperty("pca");
        Dataset data = ReferenceData.Load();

        PrincipalComponents components = new Pca { Components = 6 }.Fit(data, data.AllRows());

        AssertNear(Numbers(expected.GetProperty("explained_variance_ddof1")), components.Variances, 1e-12);
        AssertNear(Numbers(expected.GetProperty("ratio")), components.Shares, 1e-12);
        JsonElement[] loadings = [.. expected.GetProperty("abs_components").EnumerateArray()];
        for (int i = 0; i < loadings.Length; i++)
            AssertNear(Numbers(loadings[i]), [.. components.Loadings[i].Select(Math.Abs)], 1e-9);
    }

    [SkippableFact]
    public void Centres_agree_with_scikit_learn_from_the_same_first_rows()
    {
        JsonElement expected = ReferenceData.Expected().GetProperty("kmeans_k3_init_first3rows");
        Dataset data = ReferenceData.Load();
        var inputs = StandardRows.Of(data, data.AllRows());

        ClusterCentres centres = new ClusterPoints(inputs, data, data.AllRows()).Settle(inputs.Rows(data, [0, 1, 2]), 300, CancellationToken.None);

        Assert.Equal(expected.GetProperty("inertia").GetDouble(), centres.SumOfSquares, 1e-6);
        AssertNear(Numbers(expected.GetProperty("sizes")), centres.Weights, 0);
        JsonElement[] rows = [.. expected.GetProperty("centers").EnumerateArray()];
        for (int i = 0; i < rows.Length; i++)
            AssertNear(Numbers(rows[i]), centres.Centre(i), 1e-9);
    }

    [Fact]
    public void Two_features_that_move_together_are_one_component()
    {
        // Standardised both are −1 and 1: along the diagonal, at distance √2 from the middle, all the variance.
        Dataset data = Dataset.FromColumns(["a", "b"], [[1, 3, 1, 3], [10, 20, 10, 20]], [0, 1, 0, 1]);

        PrincipalComponents components = new Pca { Components = 1 }.Fit(data, data.AllRows());

        double[] reduced = new double[1];
        components.Reduce([3, 20], reduced);
        Assert.Equal(Math.Sqrt(2), reduced[0], 1e-12);
        components.Reduce([1, 20], reduced);
        Assert.Equal(0, reduced[0], 1e-12);
        Assert.Equal(1, components.Shares[0], 1e-12);
        Assert.Equal(2 * 4.0 / 3, components.Variances[0], 1e-12);
    }

    [Fact]
    public void Separate_heaps_are_found_whatever_the_draw()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 300).Select(i => i % 3 * 10 + random.NextDouble())], y = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 1 ? 50 + random.NextDouble() : random.NextDouble())];
        Dataset data = Dataset.FromColumns(["x", "y"], [x, y], [.. x.Select((_, i) => (double)(i % 2))]);

        foreach (int seed in Enumerable.Range(0, 10))
            Assert.Equal([100.0, 100.0, 100.0], new KMeans { Clusters = 3 }.Fit(data, data.AllRows(), seed).Weights);
    }

    [Fact]
    public void A_row_becomes_its_distances_to_the_centres()
    {
        // Standardised by mean 5 and deviation 5: the rows are −1 and 1.
        Dataset data = Dataset.FromColumns(["x"], [[0, 0, 10, 10]], [0, 1, 0, 1]);
        ClusterCentres centres = new KMeans { Clusters = 2 }.Fit(data, data.AllRows(), seed: 0);

        double[] distances = new double[2];
        centres.Reduce([10], distances);

        Assert.Equal([0.0, 2.0], distances.Order());
        Assert.Equal(0, centres.SumOfSquares);
    }

    [Fact]
    public void Only_training_rows_shape_the_reduction()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8], other = [1, 2, 3, 4, 5, 6, -900, 1e6], z = [3, 1, 4, 1, 5, 9, 2, 6], y = [0, 1, 0, 1, 1, 0, 1, 0];
        Dataset first = Dataset.FromColumns(["x", "z"], [x, z], y), second = Dataset.FromColumns(["x", "z"], [other, z], y);
        ReadOnlyMemory<int> rows = new[] { 0, 1, 2, 3, 4, 5 };

        foreach (IReduction reduction in (IReduction[])[new Pca { Components = 2 }, new KMeans { Clusters = 2 }])
        {
            double[] one = new double[2], two = new double[2];
            reduction.Fit(first, rows, seed: 1).Reduce([2.5, 4], one);
            reduction.Fit(second, rows, seed: 1).Reduce([2.5, 4], two);
            Assert.Equal(one, two);
        }
    }

    [Fact]
    public void Too_many_components_or_clusters_are_refused()
    {
        Dataset data = Dataset.FromColumns(["a"], [[1, 2, 1, 2]], [0, 1, 0, 1]);

        Assert.Contains("2 components need at least that many features, got 1", Assert.Throws<ArgumentException>(() => new Pca { Components = 2 }.Fit(data, data.AllRows())).Message, StringComparison.Ordinal);
        Assert.Contains("3 clusters need at least that many distinct rows; there are 2", Assert.Throws<ArgumentException>(() => new KMeans { Clusters = 3 }.Fit(data, data.AllRows(), 0)).Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static void AssertNear(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
