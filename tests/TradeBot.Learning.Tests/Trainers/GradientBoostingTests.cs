using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class GradientBoostingTests
{
    private static readonly GradientBoosting OneStump = new() { Trees = 1, Depth = 1, LearningRate = 1, L2 = 0, MinCurvature = 0 };

    [Fact]
    public void A_stump_has_the_means_of_both_sides()
    {
        // The best border is between 2 and 10: left the mean of 1, 2, 3, right that of 10, 12.
        Dataset data = Of([1, 1.5, 2, 10, 11], [1, 2, 3, 10, 12]);

        IModel model = OneStump.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(2, model.Predict([2]), 1e-12);
        Assert.Equal(2, model.Predict([5.9]), 1e-12);
        Assert.Equal(11, model.Predict([6.1]), 1e-12);
        Assert.Equal("gradient-boosting(1 trees, depth 1, rate 1, L2 0, curvature 0)", model.Name);
    }

    [Fact]
    public void A_penalty_shrinks_the_leaves()
    {
        // The mean is 5.6; the residuals left sum to −10.8 over 3 rows, right to 10.8 over 2; each divided by rows + 1.
        Dataset data = Of([1, 1.5, 2, 10, 11], [1, 2, 3, 10, 12]);

        IModel model = (OneStump with { L2 = 1 }).Train(data, data.AllRows(), seed: 0);

        Assert.Equal(5.6 - 10.8 / 4, model.Predict([2]), 1e-12);
        Assert.Equal(5.6 + 10.8 / 3, model.Predict([10]), 1e-12);
    }

    [Fact]
    public void A_probability_is_one_newton_step_from_the_base_rate()
    {
        // Base rate ½, so slopes ±½ and curvatures ¼. Left: 3 of 4 are 0: slope +1, curvature 1, log odds −1. Right the mirror.
        Dataset data = Of([1, 1, 1, 1, 2, 2, 2, 2], [0, 0, 0, 1, 1, 1, 1, 0]);

        IModel model = OneStump.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(1 / (1 + Math.E), model.Predict([1]), 1e-12);
        Assert.Equal(1 / (1 + 1 / Math.E), model.Predict([2]), 1e-12);
    }

    [Fact]
    public void Missing_values_take_the_side_that_suits_them()
    {
        Dataset low = Of([1, 2, double.NaN, 9, 10], [1, 1, 1, 5, 5]), high = Of([1, 2, double.NaN, 9, 10], [1, 1, 5, 5, 5]);

        Assert.Equal(1, OneStump.Train(low, low.AllRows(), seed: 0).Predict([double.NaN]), 1e-12);
        Assert.Equal(5, OneStump.Train(high, high.AllRows(), seed: 0).Predict([double.NaN]), 1e-12);
    }

    [Fact]
    public void Being_missing_can_itself_be_the_question()
    {
        Dataset data = Of([1, 2, 3, double.NaN, double.NaN], [1, 1, 1, 5, 5]);

        IModel model = OneStump.Train(data, data.AllRows(), seed: 0);

        Assert.Equal([1.0, 1.0, 5.0], new[] { model.Predict([1]), model.Predict([100]), model.Predict([double.NaN]) }.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Categories_are_divided_by_their_means_not_by_their_codes()
    {
        double[] codes = [0, 1, 2, 3, 0, 1, 2, 3];
        double[] target = [9, 1, 9, 1, 9, 1, 9, 1];
        Dataset data = Of(codes, target);

        IModel model = (OneStump with { Categorical = ["x"] }).Train(data, data.AllRows(), seed: 0);

        Assert.Equal([9, 1, 9, 1], new double[] { 0, 1, 2, 3 }.Select(code => Math.Round(model.Predict([code]), 12)));
        Assert.Equal(model.Predict([double.NaN]), model.Predict([77]));
    }

    [Fact]
    public void A_monotone_score_never_falls_even_where_the_data_does()
    {
        Dataset data = Wave(2000);
        GradientBoosting free = new() { Trees = 50, Depth = 4 };

        double[] bound = Curve((free with { Monotone = new Dictionary<string, int> { ["x"] = 1 } }).Train(data, data.AllRows(), seed: 0));
        double[] falling = Curve((free with { Monotone = new Dictionary<string, int> { ["x"] = -1 } }).Train(data, data.AllRows(), seed: 0));
        double[] unbound = Curve(free.Train(data, data.AllRows(), seed: 0));

        Assert.True(bound.Zip(bound.Skip(1)).All(pair => pair.Second >= pair.First));
        Assert.True(bound[^1] > bound[0]);
        Assert.True(falling.Zip(falling.Skip(1)).All(pair => pair.Second <= pair.First));
        Assert.Contains(unbound.Zip(unbound.Skip(1)), pair => pair.Second < pair.First);

        static double[] Curve(IModel model) => [.. Enumerable.Range(-30, 61).Select(i => model.Predict([i / 10.0, 0.3]))];
    }

    [Fact]
    public void A_quantile_leaves_its_share_below()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 5000).Select(_ => random.NextDouble())];
        double[] y = [.. x.Select(value => value + (1 + value) * random.NextDouble())];
        Dataset data = Of(x, y);

        IModel model = new GradientBoosting { Objective = BoostingObjective.Quantile, Quantile = 0.9, Trees = 100, Depth = 3 }.Train(data, data.AllRows(), seed: 0);

        // Fresh rows: a share of 0.9 below, with a standard error of 0.004, and in either half of x alike.
        double[] below = [.. Enumerable.Range(0, 2).Select(half => Enumerable.Range(0, 5000).Average(_ =>
        {
            double value = (half + random.NextDouble()) / 2;
            return value + (1 + value) * random.NextDouble() <= model.Predict([value]) ? 1.0 : 0.0;
        }))];
        Assert.All(below, share => Assert.InRange(share, 0.87, 0.93));
    }

    [Fact]
    public void Several_classes_have_probabilities_that_add_up_to_one()
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(i => i / 100.0)];
        Dataset data = Of(x, [.. x.Select(Math.Floor)]);

        var model = (GradientBoostingModel)new GradientBoosting { Objective = BoostingObjective.Multiclass, Trees = 30, Depth = 2 }.Train(data, data.AllRows(), seed: 0);

        double[] probabilities = new double[3];
        model.PredictClasses([1.5], probabilities);
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.True(probabilities[1] > 0.9);
        Assert.Equal([0.0, 1.0, 2.0], new[] { model.Predict([0.5]), model.Predict([1.5]), model.Predict([2.5]) });
    }

    [Fact]
    public void Ranking_orders_rows_of_one_time_whatever_the_level_of_that_time()
    {
        var random = new Random(5);
        double[] x = new double[3000], y = new double[3000];
        long[] starts = new long[3000];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = random.NextDouble();
            y[i] = x[i] + 100 * (i / 10 % 7); // the level of the moment says nothing about the order within it
            starts[i] = i / 10;
        }

        Dataset data = Dataset.FromColumns(["x"], [x], y, (starts, starts));
        IModel model = new GradientBoosting { Objective = BoostingObjective.Ranking, Trees = 30, Depth = 2 }.Train(data, data.AllRows(), seed: 0);

        Assert.True(model.Predict([0.9]) > model.Predict([0.5]));
        Assert.True(model.Predict([0.5]) > model.Predict([0.1]));
    }

    [Fact]
    public void Stopping_early_keeps_the_trees_up_to_the_best()
    {
        var random = new Random(7);
        double[] x = [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())];
        Dataset noise = Of(x, [.. x.Select(_ => (double)random.Next(2))]);
        GradientBoosting trainer = new() { Trees = 300, Depth = 4 };

        var stopped = (GradientBoostingModel)(trainer with { StopAfter = 10 }).Train(noise, noise.AllRows(), seed: 0);
        var full = (GradientBoostingModel)trainer.Train(noise, noise.AllRows(), seed: 0);

        Assert.Equal(300, full.TreeCount);
        Assert.InRange(stopped.TreeCount, 0, 20);
    }

    [Fact]
    public void The_rows_held_out_are_purged_of_those_whose_labels_touch_them()
    {
        // Each label spans 100 rows. A poisoned target just before the held-out rows must not be trained on.
        const int Count = 1000;
        var random = new Random(9);
        double[] x = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())], y = [.. x.Select(value => value + random.NextDouble())];
        long[] starts = [.. Enumerable.Range(0, Count).Select(i => (long)i)], ends = [.. starts.Select(start => start + 100)];
        GradientBoosting trainer = new() { Trees = 20, Depth = 3, StopAfter = 50, HeldOut = 0.2 };
        double[] poisoned = [.. y];
        for (int i = 700; i < 800; i++)
            poisoned[i] = 1e6;

        Dataset clean = Dataset.FromColumns(["x"], [x], y, (starts, ends)), other = Dataset.FromColumns(["x"], [x], poisoned, (starts, ends));

        Assert.Equal(trainer.Train(clean, clean.AllRows(), 0).Predict([0.4]), trainer.Train(other, other.AllRows(), 0).Predict([0.4]));
    }

    [Fact]
    public void Leaf_by_leaf_finds_the_deep_corner_first()
    {
        Dataset data = Wave(2000);

        var model = (GradientBoostingModel)new GradientBoosting { Trees = 1, Depth = 20, Leaves = 5 }.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(9, model.NodeCount);
    }

    [Fact]
    public void The_model_is_the_same_at_any_number_of_threads_and_many_rows_at_once_are_the_same_as_one()
    {
        Dataset data = Wave(60_000);
        GradientBoosting trainer = new() { Trees = 10, RowShare = 0.7, FeatureShare = 0.5, Threads = 1 };

        IModel first = trainer.Train(data, data.AllRows(), seed: 3), second = (trainer with { Threads = 4 }).Train(data, data.AllRows(), seed: 3);

        double[] one = new double[data.RowCount], other = new double[data.RowCount], single = new double[data.RowCount], row = new double[2];
        first.Predict(data, data.AllRows(), one);
        second.Predict(data, data.AllRows(), other);
        for (int i = 0; i < single.Length; i++)
        {
            data.CopyRow(i, row);
            single[i] = first.Predict(row);
        }

        Assert.Equal(one, other);
        Assert.Equal(one, single);
    }

    [Fact]
    public void Interactions_that_a_linear_model_cannot_find_are_found()
    {
        var random = new Random(11);
        double[] a = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble() - 0.5)], b = [.. a.Select(_ => random.NextDouble() - 0.5)];
        Dataset data = Dataset.FromColumns(["a", "b"], [a, b], [.. a.Zip(b, (x, y) => x * y > 0 ? 1.0 : 0.0)]);

        Fold fold = Split.TrainTest(0.25).Divide(data.Starts, data.Ends)[0];
        double[] trees = new double[fold.Test.Length], line = new double[fold.Test.Length];
        new GradientBoosting { Trees = 50, Depth = 4 }.Train(data, fold.Train, 0).Predict(data, fold.Test.Span, trees);
        new Logistic().Train(data, fold.Train, 0).Predict(data, fold.Test.Span, line);
        double[] targets = [.. fold.Test.ToArray().Select(row => data.Target[row])];

        Assert.True(Scores.Of(trees, targets, targets).Auc > 0.97);
        Assert.InRange(Scores.Of(line, targets, targets).Auc, 0.4, 0.6);
    }

    [Fact]
    public void The_sign_is_split_exactly_however_few_the_bins()
    {
        // Seven equal parts of 1,000 values, none of whose borders is near the zero between the 300th and the 301st.
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => i - 299.5)];
        Dataset data = Of(x, [.. x.Select(value => value > 0 ? 1.0 : 0.0)]);

        IModel model = (OneStump with { Bins = 8, Objective = BoostingObjective.Regression }).Train(data, data.AllRows(), seed: 0);

        Assert.Equal(0, model.Predict([-0.5]), 1e-9);
        Assert.Equal(1, model.Predict([0.5]), 1e-9);
    }

    [Fact]
    public void Bad_input_is_refused_with_the_reason()
    {
        AssertRefused("'x' is Infinity in row 1", [1, double.PositiveInfinity, 3], [0, 1, 0]);
        AssertRefused("All 3 training rows have the target 1", [1, 2, 3], [1, 1, 1]);
        AssertRefused("No feature varies in the 3 training rows", [5, 5, 5], [0, 1, 0]);
        AssertRefused("need at least 2 rows, got 1", [5], [1]);
        Assert.Throws<ArgumentException>(() => new GradientBoosting { Categorical = ["y"] }.Train(Of([1, 2], [0, 1]), new[] { 0, 1 }, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoosting { Depth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientBoosting { LearningRate = 0 });

        static void AssertRefused(string reason, double[] x, double[] y)
        {
            var error = Assert.Throws<ArgumentException>(() =>
            {
                Dataset data = Of(x, y); // refuses what is infinite itself
                new GradientBoosting().Train(data, data.AllRows(), seed: 0);
            });
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        }
    }

    private static Dataset Of(double[] x, double[] y) => Dataset.FromColumns(["x"], [x], y, allowMissing: true);

    private static Dataset Wave(int rows)
    {
        var random = new Random(13);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => 6 * random.NextDouble() - 3)], z = [.. x.Select(_ => random.NextDouble())];
        return Dataset.FromColumns(["x", "z"], [x, z], [.. x.Zip(z, (a, b) => a / 2 + Math.Sin(3 * a) + b + 0.1 * random.NextDouble())]);
    }
}
