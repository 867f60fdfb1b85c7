using TradeBot.Testing;

namespace TradeBot.Learning.Tests;

/// <summary>Models that this library does not know, kept in files and registries by registering their kind.</summary>
public class OwnModelTests
{
    private static readonly Dataset Data = TrainerRules.Data;

    public OwnModelTests() => ModelFile.Register<Share>("share", (model, writer) => writer.Write(model.Weight), reader => new Share(reader.Name, reader.Features, reader.ReadDouble()));

    [Fact]
    public void A_registered_kind_is_read_as_it_was_written()
    {
        var model = new Share("mine", ["x", "y"], 0.25);

        var read = (Share)ModelFile.Read(new MemoryStream(TrainerRules.Written(model)));

        Assert.Equal(("mine", "x, y", 0.25), (read.Name, string.Join(", ", read.Features), read.Weight));
    }

    [Fact]
    public void An_unknown_kind_is_named_with_the_call_that_registers_it()
    {
        byte[] saved = File.ReadAllBytes(Repository.PathOf("tests", "TradeBot.Learning.Tests", "Registry", "Saved", "own-kind.bin"));

        string reading = Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(saved))).Message;
        string writing = Assert.Throws<ArgumentException>(() => TrainerRules.Written(new Stranger())).Message;

        Assert.StartsWith("The model is of kind 'halves', which cannot be read before ModelFile.Register(\"halves\", write, read) says how. Registered are: ", reading, StringComparison.Ordinal);
        Assert.Contains("share", reading, StringComparison.Ordinal);
        Assert.StartsWith("A model of type Stranger cannot be written before ModelFile.Register<Stranger>(\"its kind\", write, read) says how.", writing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_saved_before_kinds_had_this_port_is_read_and_written_to_the_same_bytes()
    {
        byte[] saved = File.ReadAllBytes(Repository.PathOf("tests", "TradeBot.Learning.Tests", "Registry", "Saved", "own-kind.bin"));
        var kinds = new ModelKinds();
        kinds.Register(ModelKind.Of<Share>("halves", (model, writer) => writer.Write((byte)(1 / model.Weight)), reader => new Share(reader.Name, reader.Features, 1.0 / reader.ReadByte())));
        using var stream = new MemoryStream(saved);
        using var file = new ModelReader(stream, kinds, depth: -1);
        string mark = file.ReadString();

        IModel read = file.ReadModel();

        Assert.Equal(("kept", "a, b, kind", 0.75), (read.Name, string.Join(", ", read.Features), read.Predict([0.5, 0, 0])));
        using var written = new MemoryStream();
        using (var writer = new ModelWriter(written, kinds))
        {
            writer.Write(mark);
            writer.WriteModel(read);
        }

        Assert.Equal(saved, written.ToArray());
    }

    [Theory]
    [MemberData(nameof(Around))]
    public void It_is_kept_within_models_that_are_made_of_it(ITrainer trainer)
    {
        byte[] written = TrainerRules.Written(trainer.Train(Data, Data.AllRows(), seed: 4));

        TrainerRules.LoadedModelPredictsTheSame(trainer);
        Assert.Equal(written, TrainerRules.Written(ModelFile.Read(new MemoryStream(written))));
    }

    public static TheoryData<ITrainer> Around() =>
    [
        new Voting { Members = [new ShareTrainer(), new Logistic()] },
        new Bagging { Member = new ShareTrainer(), Copies = 2 },
        new Stacking { Members = [new Logistic(), new ShareTrainer()], Folds = 2 },
        new Stacking { Members = [new Logistic()], Final = new ShareTrainer(), Folds = 2 },
        new Calibrated { Member = new Voting { Members = [new ShareTrainer(), new Logistic()] }, Folds = 2 },
        new Reduced { Reduction = new Pca { Components = 2 }, Member = new ShareTrainer() },
    ];

    [Fact]
    public void It_may_be_made_of_other_models()
    {
        ModelFile.Register<Turned>("turned", (model, writer) => writer.WriteModel(model.Inner), reader => new Turned(reader.Name, reader.ReadModel()));
        IModel model = new Turned("outer", new Turned("inner", new Logistic().Train(Data, Data.AllRows(), 4)));

        IModel read = ModelFile.Read(new MemoryStream(TrainerRules.Written(model)));

        Assert.Equal(TrainerRules.Predictions(model, Data), TrainerRules.Predictions(read, Data));
        for (int i = 0; i < 20; i++)
            model = new Turned("again", model);
        Assert.Contains("more than 16 deep", Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(TrainerRules.Written(model)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_in_a_registry()
    {
        using var folder = new TemporaryFolder();
        ModelComparison judged = await Models.CompareAsync(Data, Optimization.Split.WalkForward(2), [new ShareTrainer()], seed: 7);
        ModelRegistry registry = ModelRegistry.Open(folder.Path);

        registry.Register("mine", new ShareTrainer().Train(Data, Data.AllRows(), 4), ModelCard.Of(Data, judged[0]));

        Assert.Equal(TrainerRules.Predictions(new ShareTrainer().Train(Data, Data.AllRows(), 4), Data), TrainerRules.Predictions(registry.Load("mine", 1).Model, Data));
    }

    [Fact]
    public void A_name_is_for_one_type_and_the_models_of_this_library_are_taken()
    {
        ModelFile.Register<Share>("other name", (_, _) => { }, reader => new Share(reader.Name, reader.Features, 7));

        string clash = Assert.Throws<ArgumentException>(() => ModelFile.Register<Stranger>("share", (_, _) => { }, _ => new Stranger())).Message;
        Assert.Contains("The kind 'share' is registered for models of type TradeBot.Learning.Tests.OwnModelTests+Share; give TradeBot.Learning.Tests.OwnModelTests+Stranger another name.", clash, StringComparison.Ordinal);
        Assert.Contains("LogisticModel is a model of this library", Assert.Throws<ArgumentException>(
            () => ModelFile.Register<LogisticModel>("mine", (_, _) => { }, _ => throw new NotSupportedException())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModelFile.Register<Stranger>(" ", (_, _) => { }, _ => new Stranger()));
        Assert.Equal(7, ((Share)ModelFile.Read(new MemoryStream(TrainerRules.Written(new Share("renamed", ["x"], 1))))).Weight);
    }

    [Fact]
    public void A_type_defined_again_takes_the_place_of_the_one_before()
    {
        ModelFile.Register<First.Half>("half", (_, _) => { }, _ => new First.Half());
        ModelFile.Register<Second.Half>("half", (_, _) => { }, _ => new Second.Half());

        Assert.IsType<Second.Half>(ModelFile.Read(new MemoryStream(TrainerRules.Written(new First.Half()))));
    }

    private sealed record ShareTrainer : ITrainer
    {
        public string Name => "share";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default) => new Share(Name, data.Names, 0.1 + 0.01 * (seed & 7));
    }

    /// <summary>A share of the first feature, held in [0, 1].</summary>
    private sealed record Share(string Name, IReadOnlyList<string> Features, double Weight) : IModel
    {
        public double Predict(ReadOnlySpan<double> row) => row.Length == Features.Count ? Math.Clamp(0.5 + Weight * row[0], 0, 1) : throw new ArgumentException("Another number of features.", nameof(row));

        public override string ToString() => FormattableString.Invariant($"{Name} {Weight}");
    }

    private sealed record Turned(string Name, IModel Inner) : IModel
    {
        public IReadOnlyList<string> Features => Inner.Features;

        public double Predict(ReadOnlySpan<double> row) => 1 - Inner.Predict(row);
    }

    private record Stranger : IModel
    {
        public string Name => "stranger";

        public IReadOnlyList<string> Features => [];

        public double Predict(ReadOnlySpan<double> row) => 0;
    }

    /// <summary>As a notebook's cell that defines a type, run twice: two types of one name.</summary>
    private static class First
    {
        public sealed record Half : Stranger;
    }

    private static class Second
    {
        public sealed record Half : Stranger;
    }
}
