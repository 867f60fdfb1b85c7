using System.Text.Json;

namespace TradeBot.Learning.Tests;

public class LogisticTests
{
    [SkippableFact]
    public void Agrees_with_scikit_learn()
    {
        JsonElement all = ReferenceData.Expected(), expected = all.GetProperty("logistic_l2_C1");
        Dataset data = ReferenceData.Load();

        var model = (LogisticModel)new Logistic { C = 1 }.Train(data, data.AllRows(), seed: 0);

        AssertNear(all.GetProperty("scaler_mean"), model.Means, 1e-13);
        AssertNear(all.GetProperty("scaler_std_ddof0"), model.Deviations, 1e-13);
        // Its solver stops once the gradient is small, here 1e-6 from the minimum; the next test shows that ours is there.
        Assert.Equal(expected.GetProperty("intercept").GetDouble(), model.Intercept, 2e-6);
        AssertNear(expected.GetProperty("coef"), model.Coefficients, 2e-6);

        double[] probabilities = new double[data.RowCount];
        model.Predict(data, data.AllRows(), probabilities);
        AssertNear(expected.GetProperty("first_5_probabilities"), probabilities[..5], 2e-6);
    }

    [SkippableFact]
    public void The_gradient_is_zero_at_the_solution()
    {
        Dataset data = ReferenceData.Load();
        var model = (LogisticModel)new Logistic { C = 1 }.Train(data, data.AllRows(), seed: 0);
        double[] probabilities = new double[data.RowCount];
        model.Predict(data, data.AllRows(), probabilities);

        Assert.Equal(0, probabilities.Select((p, row) => p - data.Target[row]).Sum(), 1e-9);
        for (int i = 0; i < model.Coefficients.Count; i++)
        {
            double gradient = model.Coefficients[i];
            for (int row = 0; row < data.RowCount; row++)
                gradient += (probabilities[row] - data.Target[row]) * (data.Column(i)[row] - model.Means[i]) / model.Deviations[i];
            Assert.Equal(0, gradient, 1e-9);
        }
    }

    [SkippableTheory]
    [InlineData(1, 0.01)]
    [InlineData(0.5, 0.01)]
    [InlineData(1, 1)]
    public void With_an_L1_penalty_no_gradient_exceeds_it_and_those_that_reach_it_are_the_selected_ones(double share, double c)
    {
        Dataset data = ReferenceData.Load();
        var model = (LogisticModel)new Logistic { C = c, L1Share = share }.Train(data, data.AllRows(), seed: 0);
        double[] probabilities = new double[data.RowCount];
        model.Predict(data, data.AllRows(), probabilities);

        for (int i = 0; i < model.Coefficients.Count; i++)
        {
            double coefficient = model.Coefficients[i], slope = (1 - share) * coefficient;
            for (int row = 0; row < data.RowCount; row++)
                slope += c * (probabilities[row] - data.Target[row]) * (data.Column(i)[row] - model.Means[i]) / model.Deviations[i];
            if (coefficient == 0)
                Assert.InRange(slope, -share, share);
            else
                Assert.Equal(-share * Math.Sign(coefficient), slope, 1e-8);
        }

        Assert.Equal(0, probabilities.Select((p, row) => p - data.Target[row]).Sum(), 1e-8);
        Assert.Equal(c < 1, model.Coefficients.Contains(0));
    }

    [Fact]
    public void A_penalty_on_magnitudes_by_hand()
    {
        // As in the next test, but the minimum of |w| + 8·[…] has 1 = 8·(¾ − σ(w)): σ(w) = ⅝, w = ln(5/3). At C = ½ the pull at 0 is 1: all is taken.
        Dataset data = Dataset.FromColumns(["x"], [[-1, -1, -1, -1, 1, 1, 1, 1]], [0, 0, 0, 1, 1, 1, 1, 0]);

        var some = (LogisticModel)new Logistic { L1Share = 1 }.Train(data, data.AllRows(), seed: 0);
        var none = (LogisticModel)new Logistic { L1Share = 1, C = 0.5 }.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(Math.Log(5.0 / 3), some.Coefficients[0], 1e-12);
        Assert.Equal(0, none.Coefficients[0], 1e-12);
        Assert.Equal("logistic(C=0.5, L1 1)", none.Name);
    }

    [Fact]
    public void Balanced_evidence_by_hand()
    {
        // One feature at −1 and 1, standardised to itself; three of four rows agree with its sign. The minimum over w of
        // ½w² + 8·[¾·ln(1 + e^−w) + ¼·ln(1 + e^w)] has w = 8·(¾ − σ(w)).
        Dataset data = Dataset.FromColumns(["x"], [[-1, -1, -1, -1, 1, 1, 1, 1]], [0, 0, 0, 1, 1, 1, 1, 0]);

        var model = (LogisticModel)new Logistic().Train(data, data.AllRows(), seed: 0);

        double weight = model.Coefficients[0];
        Assert.Equal(8 * (0.75 - 1 / (1 + Math.Exp(-weight))), weight, 1e-12);
        Assert.Equal(0, model.Intercept, 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-weight)), model.Predict([1]), 1e-15);
    }

    [Fact]
    public void Perfectly_separated_classes_converge_under_the_penalty()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];
        Dataset data = Dataset.FromColumns(["x"], [x], [.. x.Select(value => value < 500 ? 0.0 : 1.0)]);

        IModel model = new Logistic { C = 1e6 }.Train(data, data.AllRows(), seed: 0);

        Assert.InRange(model.Predict([0]), 0, 1e-7);
        Assert.InRange(model.Predict([999]), 1 - 1e-6, 1);
    }

    [Fact]
    public void Only_the_training_rows_are_used()
    {
        double[] x = [1, 2, 3, 4, 5, 6], other = [1, 2, 3, 4, 5, -900];
        double[] y = [0, 1, 0, 1, 1, 0];
        int[] rows = [0, 1, 2, 3, 4];

        IModel first = new Logistic().Train(Dataset.FromColumns(["x"], [x], y), rows, seed: 0);
        IModel second = new Logistic().Train(Dataset.FromColumns(["x"], [other], y), rows, seed: 0);

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(first.Predict([2.5]), second.Predict([2.5]));
    }

    [Fact]
    public void A_missing_value_gives_no_probability()
    {
        Dataset data = Dataset.FromColumns(["x"], [[1, 2, 3, 4]], [0, 1, 0, 1]);

        Assert.Equal(double.NaN, new Logistic().Train(data, data.AllRows(), seed: 0).Predict([double.NaN]));
    }

    [Fact]
    public void Bad_rows_are_refused_by_what_is_wrong()
    {
        AssertRefused("'x' is NaN in row 2", [1, 2, double.NaN, 4], [0, 1, 0, 1]);
        AssertRefused("'x' is 5 in all 4 training rows", [5, 5, 5, 5], [0, 1, 0, 1]);
        AssertRefused("All 4 training rows have the target 1", [1, 2, 3, 4], [1, 1, 1, 1]);
        AssertRefused("row 1 has 0.5", [1, 2, 3, 4], [0, 0.5, 1, 1]);
        AssertRefused("needs at least 3 rows, got 2", [1, 2], [0, 1]);

        static void AssertRefused(string reason, double[] x, double[] y)
        {
            Dataset data = Dataset.FromColumns(["x"], [x], y, allowMissing: true);
            var error = Assert.Throws<ArgumentException>(() => new Logistic().Train(data, data.AllRows(), seed: 0));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void C_is_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => new Logistic { C = 0 });

    private static void AssertNear(JsonElement expected, IReadOnlyList<double> actual, double tolerance)
    {
        double[] values = [.. expected.EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(values.Length, actual.Count);
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(values[i], actual[i], tolerance);
    }
}
