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
    public void What_is_read_foretells_the_same_to_the_bit(ITrainer trainer)
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

    [Fact]
    public void A_model_of_another_library_is_kept_in_its_own_form()
    {
        byte[] bytes = Written(new Half("kept", ["x", "kind"]));

        var unknown = Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes)));
        ModelFile.Accept(Half.Known);
        IModel read = ModelFile.Read(new MemoryStream(bytes));

        Assert.Contains("one of halves", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(("kept", "x, kind", 3.0), (read.Name, string.Join(", ", read.Features), read.Predict([6, 0])));
        Assert.Equal(bytes, Written(read));
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

    /// <summary>A model that this library does not know: half of the first feature.</summary>
    private sealed record Half(string Name, IReadOnlyList<string> Features) : IForeignModel
    {
        public static ForeignFormat Known { get; } = new("halves", (stream, name, features) => stream.ReadByte() == 2 ? new Half(name, features) : throw new InvalidDataException());

        public ForeignFormat Format => Known;

        public void Save(Stream stream) => stream.WriteByte(2);

        public double Predict(ReadOnlySpan<double> row) => row[0] / 2;
    }
}
