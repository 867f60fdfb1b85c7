using Microsoft.ML;
using TradeBot.Learning;
using TradeBot.Optimization;

namespace TradeBot.Integrations.MLNet.Tests;

public class MlNetTests
{
    public static TheoryData<string> Trainers => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Trainers))]
    public async Task Every_trainer_finds_what_is_there_out_of_sample(string name)
    {
        ModelComparison table = await Models.CompareAsync(Rows(1200, noise: 0.5), Split.WalkForward(folds: 3, embargo: 5), [All()[name]], seed: 7);
        Assert.True(table[0].Scores.Auc > 0.7, table[0].ToString());
        Assert.True(table[0].Scores.LogLoss < table[0].Scores.BaseLogLoss, table[0].ToString());
    }

    [Fact]
    public void Weights_that_would_go_unheeded_are_refused()
    {
        Dataset data = Rows(100, noise: 0.5);
        double[] weights = [.. Enumerable.Range(0, data.RowCount).Select(row => row % 2 == 0 ? 1.0 : 2.0)];

        var error = Assert.Throws<ArgumentException>(() => MlNet.AveragedPerceptron().Train(data.WithWeights(weights), Enumerable.Range(0, 100).ToArray(), seed: 1));
        Assert.Contains("takes no weights", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_GAM_would_train_a_constant_model_on_are_refused_with_the_reason()
    {
        Dataset data = Rows(100, noise: 0.5);
        double[] weights = [.. Enumerable.Range(0, data.RowCount).Select(row => row % 2 == 0 ? 1.0 : 2.0)];

        var error = Assert.Throws<ArgumentException>(() => MlNet.Gam().Train(data.WithWeights(weights), Enumerable.Range(0, 100).ToArray(), seed: 1));
        Assert.Contains("'ML.NET GAM' takes no weights, because ML.NET's GAM with a weight column trains a constant model", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void One_row_and_many_give_the_same_probabilities(string name)
    {
        Dataset data = Rows(400, noise: 0.5);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        MlNetModel model = All()[name].Fit(data, rows.AsMemory(0, 300), seed: 7);

        double[] single = new double[rows.Length];
        model.Predict(data, rows, single);

        Assert.Equal(model.PredictMany(data, rows), single);
        Assert.All(single, probability => Assert.InRange(probability, 0, 1));
        Assert.True(double.IsNaN(model.Predict([double.NaN, 1, 1])));
        Assert.Throws<ArgumentException>(() => model.Predict([1.0]));
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void The_same_rows_and_seed_give_the_same_model(string name)
    {
        Dataset data = Rows(400, noise: 0.5);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        double[] first = All()[name].Fit(data, rows, seed: 7).PredictMany(data, rows), second = All()[name].Fit(data, rows, seed: 7).PredictMany(data, rows);
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], second[i]);
    }

    [Fact]
    public void What_is_not_finite_is_refused_before_ML_NET_sees_it()
    {
        Dataset data = Dataset.FromColumns(["a", "b"], [[1, 2, 3, 4], [1, double.NaN, 3, 4]], [0, 1, 0, 1], allowMissing: true);
        var error = Assert.Throws<ArgumentException>(() => MlNet.FastTree().Train(data, new[] { 0, 1, 2, 3 }, seed: 1));
        Assert.Contains("'b' is NaN in row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_class_are_refused() =>
        Assert.Throws<ArgumentException>(() => MlNet.FastTree().Train(Dataset.FromColumns(["a"], [[1, 2]], [1, 1]), new[] { 0, 1 }, seed: 1));

    [Fact]
    public async Task A_saved_model_predicts_the_same_with_its_card()
    {
        Dataset data = Rows(400, noise: 0.5);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        ModelComparison table = await Models.CompareAsync(data, Split.WalkForward(folds: 2), [MlNet.FastTree(trees: 10)], seed: 7);
        MlNetModel model = MlNet.FastTree(trees: 10).Fit(data, rows, seed: 7);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tradebot-mlnet-");
        MlNetModel.Register();
        try
        {
            ModelRegistry registry = ModelRegistry.Open(folder.FullName);
            registry.Register("trees", model, ModelCard.Of(data, table[0]));

            var again = (MlNetModel)registry.Load("trees", version: 1).Model;

            Assert.Equal(model.PredictMany(data, rows), again.PredictMany(data, rows));
            Assert.Equal((model.Name, "a, b, noise"), (again.Name, string.Join(", ", again.Features)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Importance_ranks_what_matters_above_what_does_not()
    {
        Dataset data = Rows(800, noise: 0.2);
        MlNetModel model = MlNet.FastTree(trees: 30).Fit(data, Enumerable.Range(0, 500).ToArray(), seed: 7);

        IReadOnlyList<FeatureImportance> importance = PermutationImportance.Of(model, data, Enumerable.Range(500, 300).ToArray(), seed: 3, score: ScoreKind.Auc).Features;

        Assert.Equal("a", importance[0].Name);
        Assert.True(importance.Single(entry => entry.Name is "noise").Drop < 0.05);
    }

    [Fact]
    public async Task The_documented_example_runs()
    {
        Dataset data = Rows(600, noise: 0.5);
        DateTime trainedAt = DateTime.UnixEpoch.AddMilliseconds(400);

        ModelComparison table = await Models.CompareAsync(data, Split.WalkForward(folds: 3, embargo: 5), [new Logistic(), MlNet.FastTree(trees: 20), MlNet.LightGbm()], seed: 7);

        var own = new MlNetTrainer { Name = "mine", Pipeline = (ml, seed) => ml.BinaryClassification.Trainers.LbfgsLogisticRegression() };
        MlNetModel model = own.Fit(data, data.RowsKnownBy(trainedAt), seed: 7);

        Assert.Equal(3, table.Count);
        Assert.Equal("mine", model.Name);
    }

    internal static Dictionary<string, MlNetTrainer> All() => new(StringComparer.Ordinal)
    {
        ["fast tree"] = MlNet.FastTree(trees: 30),
        ["fast forest"] = MlNet.FastForest(trees: 30),
        ["lightgbm"] = MlNet.LightGbm(iterations: 30),
        ["gam"] = MlNet.Gam(),
        ["lbfgs"] = MlNet.LbfgsLogisticRegression(),
        ["sdca"] = MlNet.SdcaLogisticRegression(),
        ["perceptron"] = MlNet.AveragedPerceptron(),
        ["svm"] = MlNet.LinearSvm(),
    };

    /// <summary>The target is 1 where 2a + b + noise is positive; a third feature says nothing.</summary>
    private static Dataset Rows(int count, double noise)
    {
        var random = new Random(11);
        double[] a = new double[count], b = new double[count], idle = new double[count], target = new double[count];
        for (int i = 0; i < count; i++)
        {
            (a[i], b[i], idle[i]) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            target[i] = 2 * a[i] + b[i] + noise * (random.NextDouble() - 0.5) > 0 ? 1 : 0;
        }

        return Dataset.FromColumns(["a", "b", "noise"], [a, b, idle], target);
    }
}
