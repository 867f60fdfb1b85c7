using TradeBot.Learning;
using TradeBot.Optimization;

namespace TradeBot.Integrations.MLNet.Tests;

/// <summary>Targets that are numbers, and targets of several classes.</summary>
public class MlNetNumberTests
{
    private static readonly Dictionary<string, MlNetTrainer> Regressions = new(StringComparer.Ordinal)
    {
        ["fast tree"] = MlNetRegression.FastTree(trees: 30),
        ["fast forest"] = MlNetRegression.FastForest(trees: 30),
        ["lightgbm"] = MlNetRegression.LightGbm(iterations: 30),
        ["sdca"] = MlNetRegression.Sdca(),
        ["ogd"] = MlNetRegression.OnlineGradientDescent(),
    };

    private static readonly Dictionary<string, MlNetTrainer> Multiclass = new(StringComparer.Ordinal)
    {
        ["lightgbm"] = MlNetMulticlass.LightGbm(iterations: 30),
        ["one versus all"] = MlNetMulticlass.OneVersusAll(trees: 20),
        ["maximum entropy"] = MlNetMulticlass.MaximumEntropy(),
    };

    public static TheoryData<string> RegressionNames => [.. Regressions.Keys];

    public static TheoryData<string> MulticlassNames => [.. Multiclass.Keys];

    [Theory]
    [MemberData(nameof(RegressionNames))]
    public async Task A_regression_explains_most_of_a_number_out_of_sample(string name)
    {
        Evaluation evaluation = (await Models.CompareAsync(Numbers(1200), Split.WalkForward(folds: 3, embargo: 5), [Regressions[name]], seed: 7))[0];
        Assert.True(evaluation.Scores.Skill > 0.6, evaluation.ToString());
    }

    [Theory]
    [MemberData(nameof(RegressionNames))]
    public void A_regression_repeats_itself_is_read_again_and_predicts_rows_as_it_predicts_many(string name) => HoldsTogether(Regressions[name], Numbers(300));

    [Theory]
    [MemberData(nameof(MulticlassNames))]
    public void Classes_repeat_themselves_are_read_again_and_predict_rows_as_they_predict_many(string name) => HoldsTogether(Multiclass[name], Classes(300));

    [Theory]
    [MemberData(nameof(MulticlassNames))]
    public void The_probabilities_of_the_classes_add_up_to_one_and_point_at_the_right_one(string name)
    {
        Dataset data = Classes(1200);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        MlNetModel model = Multiclass[name].Fit(data, rows.AsMemory(0, 900), seed: 7);
        Assert.Equal([-1, 0, 1], model.Classes);

        int right = 0;
        double[] probabilities = new double[3], row = new double[data.Names.Count];
        for (int i = 900; i < rows.Length; i++)
        {
            for (int column = 0; column < row.Length; column++)
                row[column] = data.Column(column)[i];
            model.ClassProbabilities(row, probabilities);
            Assert.Equal(1, probabilities.Sum(), 1e-5);
            Assert.Equal(probabilities[2] - probabilities[0], model.Predict(row), 1e-12);
            right += model.Classes[Array.IndexOf(probabilities, probabilities.Max())] == data.Target[i] ? 1 : 0;
        }

        Assert.True(right > 0.8 * 300, $"{right} of 300 rows"); // a third of the rows is each class
    }

    [Fact]
    public void A_model_of_one_prediction_has_no_class_probabilities()
    {
        MlNetModel model = MlNetRegression.Sdca().Fit(Numbers(100), Enumerable.Range(0, 100).ToArray(), seed: 1);
        Assert.Throws<InvalidOperationException>(() => model.ClassProbabilities([1, 2, 3], new double[3]));
    }

    [Fact]
    public void Targets_that_do_not_suit_are_refused_with_what_would()
    {
        Dataset numbers = Numbers(100);
        int[] rows = [.. Enumerable.Range(0, 100)];

        Assert.Contains("targets of 0 or 1; row 0 has", Refusal(MlNet.FastTree()), StringComparison.Ordinal);
        Assert.Contains("at most 50 are accepted as classes", Refusal(MlNetMulticlass.LightGbm()), StringComparison.Ordinal);
        Assert.Contains("targets from 0 on; row", Refusal(MlNetRegression.Tweedie()), StringComparison.Ordinal);

        string Refusal(MlNetTrainer trainer) => Assert.Throws<ArgumentException>(() => trainer.Train(numbers, rows, seed: 1)).Message;
    }

    [Fact]
    public void Tweedie_predicts_numbers_that_are_never_negative()
    {
        Dataset signed = Numbers(600);
        Dataset data = Dataset.FromColumns(signed.Names, [.. Enumerable.Range(0, 3).Select(i => signed.Column(i).ToArray())], [.. signed.Target.ToArray().Select(value => Math.Max(0, value))]);
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];

        double[] predicted = MlNetRegression.Tweedie(trees: 30).Fit(data, rows, seed: 1).PredictMany(data, rows);

        Assert.All(predicted, value => Assert.True(value >= 0));
        Assert.True(Scores.Of(predicted, data.Target, data.Target).InformationCoefficient > 0.7);
    }

    private static void HoldsTogether(MlNetTrainer trainer, Dataset data)
    {
        int[] rows = [.. Enumerable.Range(0, data.RowCount)];
        MlNetModel model = trainer.Fit(data, rows, seed: 7);
        double[] many = model.PredictMany(data, rows), single = new double[rows.Length];
        model.Predict(data, rows, single);
        using var stream = new MemoryStream();
        ModelFile.Write(model, stream);
        stream.Position = 0;
        var read = (MlNetModel)ModelFile.Read(stream);

        Assert.Equal(many, single);
        Assert.Equal(many, trainer.Fit(data, rows, seed: 7).PredictMany(data, rows));
        Assert.Equal(many, read.PredictMany(data, rows));
        Assert.Equal((model.Name, model.Task, string.Join(',', model.Classes)), (read.Name, read.Task, string.Join(',', read.Classes)));
    }

    /// <summary>2a + b and a little noise; a third feature says nothing.</summary>
    private static Dataset Numbers(int count) => Made(count, value => value);

    /// <summary>−1, 0 or 1, about as often as each other.</summary>
    private static Dataset Classes(int count) => Made(count, value => value > 0.25 ? 1 : value < -0.25 ? -1 : 0);

    private static Dataset Made(int count, Func<double, double> target)
    {
        var random = new Random(11);
        double[] a = new double[count], b = new double[count], idle = new double[count], y = new double[count];
        for (int i = 0; i < count; i++)
        {
            (a[i], b[i], idle[i]) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            y[i] = target(2 * a[i] + b[i] + 0.1 * (random.NextDouble() - 0.5));
        }

        return Dataset.FromColumns(["a", "b", "idle"], [a, b, idle], y);
    }
}
