using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class EnsembleTests
{
    [Fact]
    public void A_vote_is_the_weighted_mean()
    {
        Dataset data = Line(50);
        var low = new Fixed { Values = [1] };
        var high = new Fixed { Values = [4] };

        IModel equal = new Voting { Members = [low, high] }.Train(data, data.AllRows(), seed: 0);
        IModel weighted = new Voting { Members = [low, high], Weights = [1, 2] }.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(2.5, equal.Predict([0]));
        Assert.Equal(3, weighted.Predict([0]), 1e-15);
        Assert.Equal("voting(1 fixed + 2 fixed)", weighted.Name);
    }

    [Fact]
    public void Weights_must_fit_the_members()
    {
        Dataset data = Line(50);

        Assert.Throws<ArgumentException>(() => new Voting { Members = [new Fixed()], Weights = [1, 2] }.Train(data, data.AllRows(), 0));
        Assert.Throws<ArgumentException>(() => new Voting { Members = [new Fixed()], Weights = [0] }.Train(data, data.AllRows(), 0));
        Assert.Throws<ArgumentException>(() => new Voting { Members = [] });
        Assert.Contains("cannot be averaged", Assert.Throws<ArgumentException>(() => new Bagging { Member = new GradientBoosting { Objective = BoostingObjective.Multiclass } }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bags_are_drawn_with_replacement_in_stretches_and_differ()
    {
        Dataset data = Line(100);
        var recorder = new Fixed();

        new Bagging { Member = recorder, Copies = 3, BlockLength = 10 }.Train(data, data.AllRows().AsMemory(..95), seed: 1);

        Assert.Equal(3, recorder.Trained.Count);
        Assert.NotEqual(recorder.Trained[0], recorder.Trained[1]);
        foreach (int[] rows in recorder.Trained)
        {
            Assert.Equal(95, rows.Length);
            Assert.True(rows.Distinct().Count() < 95);
            Assert.All(rows, row => Assert.InRange(row, 0, 94));
            Assert.Equal(rows.Order(), rows);
            Assert.InRange(rows.Count(row => rows.Contains(row + 1)), 80, 95); // all but the ends of stretches
        }
    }

    [Fact]
    public void Bagging_calms_a_tree()
    {
        Dataset data = Noisy(2000);
        Fold fold = Split.TrainTest(0.5).Divide(data.Starts, data.Ends)[0];
        var tree = new ExtraTrees { Trees = 1, MinLeaf = 1 };

        Assert.True(LogLoss(new Bagging { Member = tree, Copies = 30 }, data, fold) < LogLoss(tree, data, fold) - 0.2);
    }

    [Fact]
    public void Stacking_is_trained_on_out_of_fold_predictions()
    {
        // The member knows the target of rows that it was trained on, and nothing else: out of fold it is worth nothing.
        Dataset data = Noisy(1000);
        var parrot = new Parrot();

        var model = (StackingModel)new Stacking { Members = [parrot, new Logistic()] }.Train(data, data.AllRows(), seed: 0);

        var final = (LogisticModel)model.Final;
        Assert.True(Math.Abs(final.Coefficients[0]) < 0.25 * final.Coefficients[1], final.ToString());
    }

    [Fact]
    public void Stacked_folds_are_purged()
    {
        // Labels span 20 rows, so no fold may learn from a row within 20 of those it predicts.
        long[] starts = [.. Enumerable.Range(0, 200).Select(i => (long)i)], ends = [.. starts.Select(start => start + 20)];
        double[] x = [.. starts.Select(start => Math.Sin(start))];
        Dataset data = Dataset.FromColumns(["x"], [x], [.. x.Select((value, i) => value + i % 2 > 0.5 ? 1.0 : 0.0)], (starts, ends));
        var recorder = new Fixed { Values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] };

        new Stacking { Members = [recorder], Folds = 4, Embargo = 3 }.Train(data, data.AllRows(), seed: 0);

        Assert.Equal(5, recorder.Trained.Count);
        for (int fold = 0; fold < 4; fold++)
        {
            int from = fold * 50, to = from + 50;
            Assert.DoesNotContain(recorder.Trained[fold], row => row >= from - 20 && row < to + 20);
            Assert.DoesNotContain(to + 22, recorder.Trained[fold]);
        }

        Assert.Equal(200, recorder.Trained[4].Length);
    }

    [Fact]
    public void Stacking_is_as_good_as_the_best_that_it_is_made_of()
    {
        Dataset data = Noisy(4000);
        Fold fold = Split.TrainTest(0.5).Divide(data.Starts, data.Ends)[0];
        ITrainer trees = new GradientBoosting { Trees = 50, Depth = 3 }, line = new Logistic();

        double stacked = LogLoss(new Stacking { Members = [trees, line] }, data, fold);

        Assert.True(stacked < Math.Min(LogLoss(trees, data, fold), LogLoss(line, data, fold)) + 0.005);
    }

    [Fact]
    public void Rows_that_do_not_suit_a_member_are_refused_with_its_name_and_part()
    {
        Dataset data = Dataset.FromColumns(["x"], [[1, 2, 3, 4, 5, 6, 7, 8]], [1, 1, 1, 1, 0, 0, 0, 0]);

        var error = Assert.Throws<ArgumentException>(() => new Stacking { Members = [new Logistic()], Folds = 2 }.Train(data, data.AllRows(), 0));
        Assert.Contains("logistic(C=1), fold 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("have the target 0", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new Stacking { Members = [new Logistic()], Folds = 9 }.Train(data, data.AllRows(), 0));
        Assert.Contains("9 folds need at least 9 rows, got 8", error.Message, StringComparison.Ordinal);
    }

    private static Dataset Line(int rows)
    {
        double[] x = [.. Enumerable.Range(0, rows).Select(i => (double)i)];
        return Dataset.FromColumns(["x"], [x], [.. x.Select(value => value % 2)]);
    }

    private static Dataset Noisy(int rows)
    {
        var random = new Random(5);
        double[][] columns = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, rows).Select(_ => 2 * random.NextDouble() - 1).ToArray())];
        return Dataset.FromColumns(["a", "b", "c"], columns, [.. Enumerable.Range(0, rows).Select(i => columns[0][i] + random.NextDouble() - 0.5 > 0 ? 1.0 : 0.0)]);
    }

    private static double LogLoss(ITrainer trainer, Dataset data, Fold fold)
    {
        double[] probabilities = new double[fold.Test.Length];
        trainer.Train(data, fold.Train, 0).Predict(data, fold.Test.Span, probabilities);
        double[] targets = [.. fold.Test.ToArray().Select(row => data.Target[row])];
        return Scores.Of(probabilities, targets, targets).LogLoss;
    }

    /// <summary>Says what it was told to, in turn, and remembers the rows that it was given.</summary>
    private sealed class Fixed : ITrainer
    {
        public double[] Values { get; init; } = [0.5];

        public List<int[]> Trained { get; } = [];

        public string Name => "fixed";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
        {
            Trained.Add(rows.ToArray());
            return new Constant(data.Names, Values[Math.Min(Values.Length, Trained.Count) - 1]);
        }
    }

    private sealed class Constant(IReadOnlyList<string> features, double value) : IModel
    {
        public string Name => "constant";

        public IReadOnlyList<string> Features => features;

        public double Predict(ReadOnlySpan<double> row) => value;
    }

    /// <summary>Learns the rows by heart.</summary>
    private sealed class Parrot : ITrainer
    {
        public string Name => "parrot";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default) =>
            new Memory(data.Names, rows.ToArray().ToDictionary(row => data.Column(0)[row], row => data.Target[row]));
    }

    private sealed class Memory(IReadOnlyList<string> features, Dictionary<double, double> known) : IModel
    {
        public string Name => "memory";

        public IReadOnlyList<string> Features => features;

        public double Predict(ReadOnlySpan<double> row) => known.GetValueOrDefault(row[0], Math.Abs(row[1]));
    }
}
