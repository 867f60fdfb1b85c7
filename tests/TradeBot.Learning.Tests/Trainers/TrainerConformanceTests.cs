using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

/// <summary>What holds for every way of learning.</summary>
public class TrainerConformanceTests
{
    private static readonly Dataset Data = Make(600);

    public static TheoryData<ITrainer> All() =>
    [
        new Logistic(), new Logistic { L1Share = 0.7, C = 0.1 }, new Ridge(), new ElasticNet { Penalty = 0.01 },
        new GradientBoosting { Trees = 30, Depth = 3 },
        new GradientBoosting { Trees = 30, Leaves = 8, RowShare = 0.8, FeatureShare = 0.7 },
        new RandomForest { Trees = 30 }, new ExtraTrees { Trees = 30 },
        new NeuralNetwork { Epochs = 10 }, new NeuralNetwork { Hidden = [20], Epochs = 10, Dropout = 0.2, BatchRows = 100, StopAfter = 0 },
        new Voting { Members = [new Logistic(), new RandomForest { Trees = 10 }], Weights = [1, 3] },
        new Bagging { Member = new ExtraTrees { Trees = 5 }, Copies = 5, Stretch = 7 },
        new Stacking { Members = [new Logistic(), new GradientBoosting { Trees = 10, Depth = 3 }], Folds = 3 },
        new Calibrated { Member = new RandomForest { Trees = 10 }, Folds = 3, Embargo = 2 },
        new Calibrated { Member = new Logistic(), Method = CalibrationMethod.Isotonic, Folds = 3 },
        new Reduced { Reduction = new Pca { Components = 3 }, Member = new Logistic() },
        new Reduced { Reduction = new KMeans { Clusters = 6 }, Member = new GradientBoosting { Trees = 10 } },
    ];

    /// <summary>Those that draw no rows: a row of weight 2 is two rows.</summary>
    public static TheoryData<ITrainer> Exact() =>
    [
        new Logistic(), new Logistic { L1Share = 0.7, C = 0.1 }, new Ridge(), new ElasticNet { Penalty = 0.01 }, new GradientBoosting { Trees = 30, Depth = 3 }, new ExtraTrees { Trees = 30 },
        new NeuralNetwork { Hidden = [20], Epochs = 50, BatchRows = int.MaxValue, StopAfter = 0 },
        new Voting { Members = [new Logistic(), new Ridge()] },
        new Reduced { Reduction = new Pca { Components = 3 }, Member = new Logistic() },
    ];

    public static TheoryData<ITrainer> WithMissing() =>
    [
        new GradientBoosting { Trees = 10 }, new RandomForest { Trees = 10 }, new ExtraTrees { Trees = 10 },
        new Calibrated { Member = new RandomForest { Trees = 10 } },
    ];

    public static TheoryData<ITrainer> WithoutMissing() =>
    [
        new Logistic(), new Ridge(), new ElasticNet(), new NeuralNetwork { Epochs = 5 },
        new Voting { Members = [new RandomForest { Trees = 5 }, new Logistic()] }, new Stacking { Members = [new Logistic()] }, new Calibrated { Member = new Logistic() },
        new Reduced { Reduction = new Pca { Components = 2 }, Member = new Logistic() }, new Reduced { Reduction = new KMeans { Clusters = 3 }, Member = new Logistic() },
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_rows_and_seed_give_the_same_bytes(ITrainer trainer) =>
        Assert.Equal(Written(trainer.Train(Data, Data.AllRows(), seed: 4)), Written(trainer.Train(Data, Data.AllRows(), seed: 4)));

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_read_foretells_the_same(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);

        IModel read = ModelFile.Read(new MemoryStream(Written(model)));

        Assert.Equal(Foretold(model, Data), Foretold(read, Data));
        Assert.Equal(model.ToString(), read.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_order_of_the_columns_does_not_matter(ITrainer trainer)
    {
        Dataset turned = Dataset.FromColumns(
            [.. Data.Names.Reverse()], [.. Enumerable.Range(0, Data.Names.Count).Reverse().Select(i => Data.Column(i).ToArray())], Data.Target.ToArray());

        AssertNear(Foretold(trainer.Train(Data, Data.AllRows(), seed: 4), Data), Foretold(trainer.Train(turned, turned.AllRows(), seed: 4), turned), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_row_of_weight_two_is_two_rows(ITrainer trainer)
    {
        double[] weights = [.. Enumerable.Range(0, Data.RowCount).Select(i => i % 3 == 0 ? 2.0 : 1.0)];
        int[] repeated = [.. Enumerable.Range(0, Data.RowCount).SelectMany(i => Enumerable.Repeat(i, i % 3 == 0 ? 2 : 1))];
        Dataset doubled = Dataset.FromColumns(
            Data.Names, [.. Enumerable.Range(0, Data.Names.Count).Select(i => Array.ConvertAll(repeated, row => Data.Column(i)[row]))], Array.ConvertAll(repeated, row => Data.Target[row]));

        IModel weighted = trainer.Train(Data.WithWeights(weights), Data.AllRows(), seed: 4), plain = trainer.Train(doubled, doubled.AllRows(), seed: 4);

        AssertNear(Foretold(plain, Data), Foretold(weighted, Data), 1e-7);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_row_of_weight_zero_is_no_row(ITrainer trainer)
    {
        double[] weights = [.. Enumerable.Range(0, Data.RowCount).Select(i => i == 5 ? 0.0 : 1.0)];
        double[] flipped = Data.Target.ToArray();
        flipped[5] = 1 - flipped[5];
        Dataset other = Dataset.FromColumns(Data.Names, [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())], flipped);

        Assert.Equal(
            Foretold(trainer.Train(Data.WithWeights(weights), Data.AllRows(), seed: 4), Data),
            Foretold(trainer.Train(other.WithWeights(weights), Data.AllRows(), seed: 4), Data));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_the_training_rows_are_learned_from(ITrainer trainer)
    {
        int[] rows = [.. Data.AllRows().Take(400)];
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        double[] target = Data.Target.ToArray();
        for (int row = 400; row < target.Length; row++)
        {
            target[row] = 1 - target[row];
            foreach (double[] column in columns)
                column[row] = -5 * column[row];
        }

        IModel first = trainer.Train(Data, rows, seed: 4), second = trainer.Train(Dataset.FromColumns(Data.Names, columns, target), rows, seed: 4);

        Assert.Equal(Foretold(first, Data), Foretold(second, Data));
    }

    [Theory]
    [MemberData(nameof(WithMissing))]
    public void Those_that_can_use_missing_values_do(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        for (int row = 0; row < Data.RowCount; row += 7)
            columns[0][row] = double.NaN;
        Dataset holes = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray());

        Assert.All(Foretold(trainer.Train(holes, holes.AllRows(), seed: 4), holes), value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [MemberData(nameof(WithoutMissing))]
    public void Those_that_cannot_name_the_missing_value(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        columns[1][7] = double.NaN;
        Dataset holes = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray());

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(holes, holes.AllRows(), seed: 4));
        Assert.Contains("'b' is NaN in row 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(double.NaN, trainer.Train(Data, Data.AllRows(), seed: 4).Predict([0.1, double.NaN, 0.2, 0.3]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Targets_that_do_not_vary_are_refused(ITrainer trainer)
    {
        int[] ones = [.. Data.AllRows().Where(row => Data.Target[row] == 1)];

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(Data, ones, seed: 4));
        Assert.Contains("have the target 1: there is nothing to tell apart", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithoutMissing))]
    public void Those_that_must_scale_name_the_column_that_does_not_vary(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        Array.Fill(columns[1], 7);
        Dataset flat = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray());

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(flat, flat.AllRows(), seed: 4));
        Assert.Contains("The feature 'b' is 7 in all", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void More_folds_than_rows_are_refused(ITrainer trainer)
    {
        Dataset few = Dataset.FromColumns(["a"], [[1, 2, 3]], [0, 1, 0]);

        var error = Assert.Throws<ArgumentException>(() => Models.CompareAsync(few, Split.WalkForward(folds: 5), [trainer], seed: 1).GetAwaiter().GetResult());
        Assert.Contains("at least 6 rows, got 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Features_of_other_names_are_refused_with_what_differs(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);
        Dataset renamed = Dataset.FromColumns(["a", "b", "c", "e"], [.. Enumerable.Range(0, 4).Select(i => Data.Column(i).ToArray())], Data.Target.ToArray());

        var error = Assert.Throws<ArgumentException>(() => model.Predict(renamed, [0], new double[1]));
        Assert.Contains("The features are not those of the model", error.Message, StringComparison.Ordinal);
        Assert.Matches(@"\bd\b.*\be\b|\be\b.*\bd\b", error.Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Another_number_of_features_is_refused(ITrainer trainer) =>
        Assert.Throws<ArgumentException>(() => trainer.Train(Data, Data.AllRows(), seed: 4).Predict([1, 2, 3]));

    [Theory]
    [MemberData(nameof(All))]
    public void One_row_is_foretold_without_allocating(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);
        double[] row = [0.1, 0.2, 0.3, 0.4];
        model.Predict(row);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            model.Predict(row);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Training_that_takes_long_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        ITrainer[] slow =
        [
            new Logistic(), new ElasticNet(), new GradientBoosting(), new RandomForest(), new ExtraTrees(), new NeuralNetwork(),
            new Voting { Members = [new Logistic()] }, new Bagging { Member = new Logistic() }, new Stacking { Members = [new Logistic()] }, new Calibrated { Member = new Logistic() },
            new Reduced { Reduction = new KMeans(), Member = new Ridge() }, new Reduced { Reduction = new Pca { Components = 2 }, Member = new Ridge() },
        ];
        foreach (ITrainer trainer in slow)
            Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(Data, Data.AllRows(), seed: 4, cancellation.Token));
    }

    private static Dataset Make(int rows)
    {
        var random = new Random(21);
        double[][] columns = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 2 - 1).ToArray())];
        double[] target = [.. Enumerable.Range(0, rows).Select(i => columns[0][i] + 0.5 * columns[1][i] * columns[2][i] + 0.4 * random.NextDouble() > 0.2 ? 1.0 : 0.0)];
        return Dataset.FromColumns(["a", "b", "c", "d"], columns, target);
    }

    private static double[] Foretold(IModel model, Dataset data)
    {
        double[] values = new double[data.RowCount];
        model.Predict(data, data.AllRows(), values);
        return values;
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }

    private static byte[] Written(IModel model)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }
}
