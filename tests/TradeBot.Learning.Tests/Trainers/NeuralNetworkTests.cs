using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class NeuralNetworkTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 8)]
    [InlineData(7, 5, 13)]
    [InlineData(9, 16, 24)]
    public void Products_are_those_of_three_loops(int rows, int terms, int columns)
    {
        var random = new Random(1);
        double[] a = Drawn(random, rows * terms), b = Drawn(random, terms * columns), c = Drawn(random, rows * columns);
        double[] expected = [.. c], across = [.. c], down = [.. c], turned = new double[a.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int term = 0; term < terms; term++)
            {
                turned[term * rows + row] = a[row * terms + term];
                for (int column = 0; column < columns; column++)
                    expected[row * columns + column] = Math.FusedMultiplyAdd(a[row * terms + term], b[term * columns + column], expected[row * columns + column]);
            }
        }

        Products.AddTo(a, terms, 1, b, across, rows, terms, columns);
        Products.AddTo(turned, 1, rows, b, down, rows, terms, columns);

        Assert.Equal(expected, across);
        Assert.Equal(expected, down);
    }

    [Theory]
    [InlineData(NetworkObjective.Binary, 1)]
    [InlineData(NetworkObjective.Regression, 1)]
    [InlineData(NetworkObjective.Multiclass, 3)]
    public void Slopes_are_what_the_loss_changes_by(NetworkObjective objective, int outputs)
    {
        var random = new Random(2);
        var shape = new NetworkShape([4, 7, 5, outputs]);
        double[] parameters = Drawn(random, shape.ParameterCount), features = Drawn(random, 4 * 9);
        double[] targets = [.. Enumerable.Range(0, 9).Select(i => objective == NetworkObjective.Multiclass ? i % 3 : objective == NetworkObjective.Binary ? i % 2 : i / 3.0)];
        double[] weights = [.. Enumerable.Range(1, 9).Select(i => i / 3.0)];
        Dataset none = Dataset.FromColumns(["x"], [new double[9]], targets);
        var input = new TrainingInput(none, [.. Enumerable.Range(0, 9)], targets, weights);
        BoostingLoss loss = objective switch { NetworkObjective.Binary => new BinaryLoss(input), NetworkObjective.Multiclass => new MulticlassLoss(input), _ => new SquaredLoss(input) };

        var pass = new NetworkPass(shape, objective, dropout: 0);
        pass.Run(parameters, Transposed(), input, features, [.. Enumerable.Range(0, 9)], seed: 0);

        const double Step = 1e-6;
        for (int i = 0; i < parameters.Length; i++)
        {
            double value = parameters[i];
            parameters[i] = value + Step;
            double above = Loss();
            parameters[i] = value - Step;
            double below = Loss();
            parameters[i] = value;
            Assert.Equal((above - below) / (2 * Step), pass.Slopes[i], 1e-6);
        }

        double Loss()
        {
            double[] scores = new double[9 * outputs];
            NetworkScores.Of(shape, parameters, features, scores);
            return loss.Of(input, scores) * weights.Sum();
        }

        double[][] Transposed() => [.. Enumerable.Range(0, shape.Layers).Select(layer =>
        {
            (int inputs, int width) = (shape.InputsOf(layer), shape.OutputsOf(layer));
            double[] turned = new double[inputs * width];
            for (int i = 0; i < turned.Length; i++)
                turned[i % width * inputs + i / width] = shape.Weights(parameters, layer)[i];
            return turned;
        })];
    }

    [Fact]
    public void What_a_linear_model_cannot_find_is_found()
    {
        Dataset data = Corners(4000);
        Fold fold = Split.TrainTest(0.25).Divide(data.Starts, data.Ends)[0];
        double[] network = new double[fold.Test.Length], line = new double[fold.Test.Length];

        new NeuralNetwork().Train(data, fold.Train, 0).Predict(data, fold.Test.Span, network);
        new NeuralNetwork { Hidden = [] }.Train(data, fold.Train, 0).Predict(data, fold.Test.Span, line);

        double[] targets = [.. fold.Test.ToArray().Select(row => data.Target[row])];
        Assert.True(Scores.Of(network, targets, targets).Auc > 0.97);
        Assert.InRange(Scores.Of(line, targets, targets).Auc, 0.4, 0.6);
    }

    [Fact]
    public void A_network_without_hidden_layers_is_a_logistic_regression()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 500).Select(_ => 10 * random.NextDouble())];
        Dataset data = Dataset.FromColumns(["x"], [x], [.. x.Select(value => random.NextDouble() < 1 / (1 + Math.Exp(4 - value)) ? 1.0 : 0.0)]);

        IModel network = new NeuralNetwork { Hidden = [], L2 = 0, StopAfter = 0, BatchRows = 500, Epochs = 3000, LearningRate = 0.01 }.Train(data, data.AllRows(), 0);
        IModel logistic = new Logistic { C = 1e9 }.Train(data, data.AllRows(), 0);

        foreach (double value in (double[])[0, 3, 5, 9])
            Assert.Equal(logistic.Predict([value]), network.Predict([value]), 1e-4);
    }

    [Fact]
    public void A_curve_is_followed_in_the_units_of_the_target()
    {
        double[] x = [.. Enumerable.Range(0, 2000).Select(i => i / 1000.0 * Math.PI)];
        int[] shuffled = [.. Enumerable.Range(0, 2000).OrderBy(i => Draws.Uniform(1, (ulong)i))];
        x = Array.ConvertAll(shuffled, i => x[i]);
        Dataset data = Dataset.FromColumns(["x"], [x], [.. x.Select(value => 1000 + 50 * Math.Sin(value))]);

        IModel model = new NeuralNetwork { Epochs = 60, BatchRows = 64 }.Train(data, data.AllRows(), seed: 0);

        foreach (double value in (double[])[0.5, 1.5, 3, 4.5, 6])
            Assert.Equal(1000 + 50 * Math.Sin(value), model.Predict([value]), 5.0);
    }

    [Fact]
    public void Several_classes_have_probabilities_that_add_up_to_one()
    {
        double[] x = [.. Enumerable.Range(0, 600).Select(i => 3 * Draws.Uniform(2, (ulong)i))];
        Dataset data = Dataset.FromColumns(["x"], [x], [.. x.Select(Math.Floor)]);

        var model = (NeuralNetworkModel)new NeuralNetwork { Objective = NetworkObjective.Multiclass, BatchRows = 32 }.Train(data, data.AllRows(), seed: 0);

        double[] probabilities = new double[3];
        model.PredictClasses([1.5], probabilities);
        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.True(probabilities[1] > 0.8);
        Assert.Equal([0.0, 1.0, 2.0], new[] { model.Predict([0.5]), model.Predict([1.5]), model.Predict([2.5]) });
        Assert.Throws<ArgumentException>(() => model.PredictClasses([1.5], new double[2]));
    }

    [Fact]
    public void On_noise_it_stays_with_what_is_so_on_average()
    {
        var random = new Random(7);
        double[] x = [.. Enumerable.Range(0, 3000).Select(_ => random.NextDouble())];
        Dataset noise = Dataset.FromColumns(["x"], [x], [.. x.Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0.0)]);

        IModel model = new NeuralNetwork().Train(noise, noise.AllRows(), seed: 0);

        Assert.All(Enumerable.Range(0, 11), i => Assert.InRange(model.Predict([i / 10.0]), 0.25, 0.35));
    }

    [Fact]
    public void The_rows_held_out_are_purged_of_those_whose_labels_touch_them()
    {
        // Each label spans 100 rows; the targets just before the held-out rows must not be trained on.
        Dataset clean = Spanning(poisoned: false), other = Spanning(poisoned: true);
        NeuralNetwork trainer = new() { Epochs = 3, StopAfter = 50, HeldOut = 0.2 };

        Assert.Equal(trainer.Train(clean, clean.AllRows(), 0).Predict([0.4]), trainer.Train(other, other.AllRows(), 0).Predict([0.4]));

        static Dataset Spanning(bool poisoned)
        {
            double[] x = [.. Enumerable.Range(0, 1000).Select(i => Draws.Uniform(9, (ulong)i))];
            long[] starts = [.. Enumerable.Range(0, 1000).Select(i => (long)i)], ends = [.. starts.Select(start => start + 100)];
            return Dataset.FromColumns(["x"], [x], [.. x.Select((value, i) => poisoned && i is >= 700 and < 800 ? 1e6 : value)], (starts, ends));
        }
    }

    [Fact]
    public void The_model_is_the_same_at_any_number_of_threads_and_many_rows_at_once_are_the_same_as_one()
    {
        Dataset data = Corners(3000);
        NeuralNetwork trainer = new() { Hidden = [13, 9], Epochs = 3, BatchRows = 500, Dropout = 0.3, Threads = 1 };

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
    public void A_wide_network_predicts_without_allocating_too()
    {
        Dataset data = Corners(500);
        IModel model = new NeuralNetwork { Hidden = [600], Epochs = 1 }.Train(data, data.AllRows(), seed: 0);
        double[] row = [0.1, 0.2];
        model.Predict(row);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            model.Predict(row);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralNetwork { Hidden = [10, 0] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralNetwork { Dropout = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeuralNetwork { LearningRate = 0 });
        Assert.Equal("neural-network(64-32, 100 epochs of 256, rate 0.001, L2 0.0001, stop after 10 on 0.15)", new NeuralNetwork().Name);
    }

    private static double[] Drawn(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];

    /// <summary>1 where two numbers have the same sign.</summary>
    private static Dataset Corners(int rows)
    {
        var random = new Random(11);
        double[] a = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.5)], b = [.. a.Select(_ => random.NextDouble() - 0.5)];
        return Dataset.FromColumns(["a", "b"], [a, b], [.. a.Zip(b, (x, y) => x * y > 0 ? 1.0 : 0.0)]);
    }
}
