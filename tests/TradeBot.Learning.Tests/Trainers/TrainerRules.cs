namespace TradeBot.Learning.Tests;

/// <summary>What holds for every way of learning, also for those of other libraries.</summary>
internal static class TrainerRules
{
    public static readonly Dataset Data = Make(600);

    public static int[] AllRows(this Dataset data) => [.. Enumerable.Range(0, data.RowCount)];

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
}
