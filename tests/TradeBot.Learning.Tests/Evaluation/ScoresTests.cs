using System.Text.Json;

namespace TradeBot.Learning.Tests;

public class ScoresTests
{
    [SkippableFact]
    public void Agree_with_scikit_learn()
    {
        JsonElement all = ReferenceData.Expected(), expected = all.GetProperty("logistic_l2_C1").GetProperty("metrics");
        Dataset data = ReferenceData.Load();
        double[] probabilities = new double[data.RowCount];
        new Logistic().Train(data, data.AllRows(), seed: 0).Predict(data, data.AllRows(), probabilities);

        var scores = Scores.Of(probabilities, data.Target, data.Returns);

        Assert.Equal(expected.GetProperty("auc").GetDouble(), scores.Auc, 1e-6);
        Assert.Equal(expected.GetProperty("log_loss").GetDouble(), scores.LogLoss, 1e-8);
        Assert.Equal(expected.GetProperty("brier").GetDouble(), scores.Brier, 1e-8);
        Assert.Equal(expected.GetProperty("accuracy").GetDouble(), scores.Accuracy, 1e-12);
    }

    [SkippableFact]
    public void Information_coefficient_is_Spearman_s()
    {
        JsonElement expected = ReferenceData.Expected().GetProperty("information_coefficient");
        Dataset data = ReferenceData.Load();

        foreach (string name in data.Names)
            Assert.Equal(expected.GetProperty(name).GetProperty("spearman").GetDouble(), Scores.Of(data.Column(name), data.Target, data.Returns).InformationCoefficient, 1e-12);
    }

    [Fact]
    public void Four_predictions_by_hand()
    {
        var scores = Scores.Of([0.8, 0.5, 0.5, 0.1], [1, 1, 0, 0], [0.02, -0.01, 0.01, -0.03]);

        // Pairs of a 1 and a 0: 0.8 > 0.5, 0.8 > 0.1, 0.5 = 0.5 counts half, 0.5 > 0.1.
        Assert.Equal(3.5 / 4, scores.Auc);
        Assert.Equal(-(Math.Log(0.8) + 2 * Math.Log(0.5) + Math.Log(0.9)) / 4, scores.LogLoss, 1e-15);
        Assert.Equal((0.04 + 0.25 + 0.25 + 0.01) / 4, scores.Brier, 1e-15);
        Assert.Equal(0.75, scores.Accuracy); // 0.5 means class 0
        Assert.Equal((0.5, Math.Log(2)), (scores.BaseRate, scores.BaseLogLoss));
        // Ranks 4, 2.5, 2.5, 1 against 4, 2, 3, 1: products of deviations 4.5, of squares 4.5 and 5.
        Assert.Equal(4.5 / Math.Sqrt(22.5), scores.InformationCoefficient, 1e-15);
    }

    [Fact]
    public void One_class_alone_has_no_AUC() => Assert.Equal(double.NaN, Scores.Of([0.2, 0.3], [1, 1], [1, 2]).Auc);

    [Fact]
    public void A_certain_error_is_dear_but_finite() => Assert.Equal(52 * Math.Log(2), Scores.Of([0], [1], [1]).LogLoss, 1e-12);

    [Fact]
    public void No_prediction_has_no_scores() => Assert.Throws<ArgumentException>(() => Scores.Of([], [], []));
}
