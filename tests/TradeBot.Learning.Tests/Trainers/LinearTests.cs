using System.Text.Json;

namespace TradeBot.Learning.Tests;

public class LinearTests
{
    [SkippableFact]
    public void Ridge_agrees_with_scikit_learn() => AssertAgrees("ridge_alpha10", new Ridge { Penalty = 10 });

    [SkippableFact]
    public void Least_squares_agrees_with_scikit_learn() => AssertAgrees("ols", new ElasticNet { Penalty = 0 });

    [SkippableFact]
    public void Lasso_agrees_with_scikit_learn() => AssertAgrees("lasso_alpha1e-4", new ElasticNet { Penalty = 1e-4, L1Share = 1 });

    [SkippableFact]
    public void Elastic_net_agrees_with_scikit_learn() => AssertAgrees("elasticnet_1e-4_0.5", new ElasticNet { Penalty = 1e-4, L1Share = 0.5 });

    [Fact]
    public void A_penalty_as_strong_as_the_pull_leaves_nothing()
    {
        // x is standardised to −1 and 1, its covariance with y is 3: the penalty takes all of it, half of it leaves 1.5.
        Dataset data = Dataset.FromColumns(["x"], [[0, 0, 10, 10]], [1, 1, 7, 7]);

        var none = (LinearModel)new ElasticNet { Penalty = 3, L1Share = 1 }.Train(data, data.AllRows(), seed: 0);
        var half = (LinearModel)new ElasticNet { Penalty = 1.5, L1Share = 1 }.Train(data, data.AllRows(), seed: 0);

        Assert.Equal((4, 0), (none.Intercept, none.Coefficients[0]));
        Assert.Equal(1.5, half.Coefficients[0], 1e-12);
        Assert.Equal(2.5, half.Predict([0]), 1e-12);
    }

    private static void AssertAgrees(string name, ITrainer trainer)
    {
        JsonElement expected = ReferenceData.Expected().GetProperty(name);
        Dataset data = ReferenceData.Load();
        data = Dataset.FromColumns(data.Names, [.. Enumerable.Range(0, data.Names.Count).Select(i => data.Column(i).ToArray())], data.Returns.ToArray());

        var model = (LinearModel)trainer.Train(data, data.AllRows(), seed: 0);

        // Its coordinate descent stops at a gap of 1e-4 of the target's variance unless told otherwise.
        double[] coefficients = [.. expected.GetProperty("coef").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(expected.GetProperty("intercept").GetDouble(), model.Intercept, 1e-15);
        for (int i = 0; i < coefficients.Length; i++)
            Assert.Equal(coefficients[i], model.Coefficients[i], 1e-10);
    }
}
