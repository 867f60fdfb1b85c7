namespace TradeBot.Learning.Tests;

public class ModelFileTests
{
    private static readonly Dataset Data = Mixed();

    public static TheoryData<ITrainer> Trainers() =>
    [
        new Logistic(),
        new GradientBoosting { Trees = 20, Categorical = ["kind"] },
        new GradientBoosting { Trees = 20, Leaves = 12, Objective = BoostingObjective.Multiclass },
    ];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_loaded_model_gives_bit_identical_predictions(ITrainer trainer)
    {
        IModel model = trainer.Train(Data, Data.AllRows(), seed: 1), read = ModelFile.Read(new MemoryStream(Written(model)));

        double[] before = new double[Data.RowCount], after = new double[Data.RowCount];
        model.Predict(Data, Data.AllRows(), before);
        read.Predict(Data, Data.AllRows(), after);

        Assert.Equal(before, after);
        Assert.Equal((model.Name, model.ToString()), (read.Name, read.ToString()));
        Assert.Equal(Written(model), Written(read));
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Every_cut_is_an_error_of_the_data(ITrainer trainer)
    {
        byte[] bytes = Written(trainer.Train(Data, Data.AllRows(), seed: 1));

        for (int length = 0; length < bytes.Length; length += 1 + length / 20)
            Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes, 0, length)));
    }

    [Fact]
    public void No_damage_makes_a_model_that_does_not_end()
    {
        byte[] bytes = Written(new GradientBoosting { Trees = 2, Depth = 2 }.Train(Data, Data.AllRows(), seed: 1));
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            IModel? read = null;
            try
            {
                read = ModelFile.Read(new MemoryStream(damaged));
            }
            catch (InvalidDataException)
            {
                continue;
            }

            if (read.Features.Count == 2)
                read.Predict([0.5, 1]);
        }
    }

    private static byte[] Written(IModel model)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }

    private static Dataset Mixed()
    {
        var random = new Random(2);
        double[] x = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())], kind = [.. x.Select(_ => (double)random.Next(5))];
        return Dataset.FromColumns(["x", "kind"], [x, kind], [.. x.Zip(kind, (a, k) => a + (k == 2 ? 0.5 : 0) > 0.6 ? 1.0 : 0.0)]);
    }
}
