using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

/// <summary>What holds for every way of learning, also for those of other libraries.</summary>
internal static class TrainerRules
{
    public static readonly Dataset Data = Make(600);

    public static int[] AllRows(this Dataset data) => [.. Enumerable.Range(0, data.RowCount)];

    public static void TheSameRowsAndSeedGiveTheSameBytes(ITrainer trainer) =>
        Assert.Equal(Written(trainer.Train(Data, Data.AllRows(), seed: 4)), Written(trainer.Train(Data, Data.AllRows(), seed: 4)));

    public static void TheOrderOfTheColumnsDoesNotMatter(ITrainer trainer)
    {
        Dataset turned = Dataset.FromColumns(
            [.. Data.Names.Reverse()], [.. Enumerable.Range(0, Data.Names.Count).Reverse().Select(i => Data.Column(i).ToArray())], Data.Target.ToArray());

        AssertNear(Predictions(trainer.Train(Data, Data.AllRows(), seed: 4), Data), Predictions(trainer.Train(turned, turned.AllRows(), seed: 4), turned), 1e-9);
    }

    public static void ARowOfWeightTwoIsTwoRows(ITrainer trainer)
    {
        double[] weights = [.. Enumerable.Range(0, Data.RowCount).Select(i => i % 3 == 0 ? 2.0 : 1.0)];
        int[] repeated = [.. Enumerable.Range(0, Data.RowCount).SelectMany(i => Enumerable.Repeat(i, i % 3 == 0 ? 2 : 1))];
        Dataset doubled = Dataset.FromColumns(
            Data.Names, [.. Enumerable.Range(0, Data.Names.Count).Select(i => Array.ConvertAll(repeated, row => Data.Column(i)[row]))], Array.ConvertAll(repeated, row => Data.Target[row]));

        IModel weighted = trainer.Train(Data.WithWeights(weights), Data.AllRows(), seed: 4), plain = trainer.Train(doubled, doubled.AllRows(), seed: 4);

        AssertNear(Predictions(plain, Data), Predictions(weighted, Data), 1e-7);
    }

    public static void ConstantColumnsAreNamed(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        Array.Fill(columns[1], 7);
        Dataset flat = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray());

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(flat, flat.AllRows(), seed: 4));
        Assert.Contains("The feature 'b' is 7 in all", error.Message, StringComparison.Ordinal);
    }

    public static void MoreFoldsThanRowsAreRefused(ITrainer trainer)
    {
        Dataset few = Dataset.FromColumns(["a"], [[1, 2, 3]], [0, 1, 0]);

        var error = Assert.Throws<ArgumentException>(() => Models.CompareAsync(few, Split.WalkForward(folds: 5), [trainer], seed: 1).GetAwaiter().GetResult());
        Assert.Contains("at least 6 rows, got 3", error.Message, StringComparison.Ordinal);
    }

    public static void OneRowIsPredictedWithoutAllocating(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);
        double[] row = [0.1, 0.2, 0.3, 0.4];
        model.Predict(row);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            model.Predict(row);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    public static void ATrainingThatWasCancelledEndsAsCancelled(ITrainer trainer)
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(Data, Data.AllRows(), seed: 4, cancellation.Token));
    }

    public static void LoadedModelPredictsTheSame(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);

        IModel read = ModelFile.Read(new MemoryStream(Written(model)));

        Assert.Equal(Predictions(model, Data), Predictions(read, Data));
        Assert.Equal(model.ToString(), read.ToString());
    }

    public static void ARowOfWeightZeroIsNoRow(ITrainer trainer)
    {
        double[] weights = [.. Enumerable.Range(0, Data.RowCount).Select(i => i == 5 ? 0.0 : 1.0)];
        double[] flipped = Data.Target.ToArray();
        flipped[5] = 1 - flipped[5];
        Dataset other = Dataset.FromColumns(Data.Names, [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())], flipped);

        Assert.Equal(
            Predictions(trainer.Train(Data.WithWeights(weights), Data.AllRows(), seed: 4), Data),
            Predictions(trainer.Train(other.WithWeights(weights), Data.AllRows(), seed: 4), Data));
    }

    public static void OnlyTheTrainingRowsAreLearnedFrom(ITrainer trainer)
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

        Assert.Equal(Predictions(first, Data), Predictions(second, Data));
    }

    public static void AMissingValueIsNamed(ITrainer trainer)
    {
        double[][] columns = [.. Enumerable.Range(0, Data.Names.Count).Select(i => Data.Column(i).ToArray())];
        columns[1][7] = double.NaN;
        Dataset holes = Dataset.FromColumns(Data.Names, columns, Data.Target.ToArray(), allowMissing: true);

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(holes, holes.AllRows(), seed: 4));
        Assert.Contains("'b' is NaN in row 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(double.NaN, trainer.Train(Data, Data.AllRows(), seed: 4).Predict([0.1, double.NaN, 0.2, 0.3]));
    }

    public static void TargetsThatDoNotVaryAreRefused(ITrainer trainer)
    {
        int[] ones = [.. Data.AllRows().Where(row => Data.Target[row] == 1)];

        var error = Assert.Throws<ArgumentException>(() => trainer.Train(Data, ones, seed: 4));
        Assert.Contains("have the target 1, so there is nothing to separate", error.Message, StringComparison.Ordinal);
    }

    public static void OtherFeaturesAreRefused(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 4);
        Dataset renamed = Dataset.FromColumns(["a", "b", "c", "e"], [.. Enumerable.Range(0, 4).Select(i => Data.Column(i).ToArray())], Data.Target.ToArray());

        var error = Assert.Throws<ArgumentException>(() => model.Predict(renamed, [0], new double[1]));
        Assert.Contains("The features are not those of the model", error.Message, StringComparison.Ordinal);
        Assert.Matches(@"\bd\b.*\be\b|\be\b.*\bd\b", error.Message);
    }

    public static void AnotherNumberOfFeaturesIsRefused(ITrainer trainer) =>
        Assert.Throws<ArgumentException>(() => trainer.Train(Data, Data.AllRows(), seed: 4).Predict([1, 2, 3]));

    private static Dataset Make(int rows)
    {
        var random = new Random(21);
        double[][] columns = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 2 - 1).ToArray())];
        double[] target = [.. Enumerable.Range(0, rows).Select(i => columns[0][i] + 0.5 * columns[1][i] * columns[2][i] + 0.4 * random.NextDouble() > 0.2 ? 1.0 : 0.0)];
        return Dataset.FromColumns(["a", "b", "c", "d"], columns, target);
    }

    public static double[] Predictions(IModel model, Dataset data)
    {
        double[] values = new double[data.RowCount];
        model.Predict(data, data.AllRows(), values);
        return values;
    }

    public static byte[] Written(IModel model)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
