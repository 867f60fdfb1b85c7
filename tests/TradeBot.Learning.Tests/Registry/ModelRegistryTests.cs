using System.Text.Json;
using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public sealed class ModelRegistryTests : IDisposable
{
    private static readonly Dataset Data = Dataset.From(
        Candles.Generate(2000, edge: 0.3), Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30)]), Label.ForwardReturn(3).Direction());

    private static readonly ModelCard Judged = ModelCard.Of(
        Data, Models.CompareAsync(Data, Split.WalkForward(2), [new Logistic()], seed: 7).GetAwaiter().GetResult()[0]) with { Licence = ModelUse.Live };

    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();
    private readonly ModelRegistry _registry;

    public ModelRegistryTests() => _registry = ModelRegistry.Open(Path.Combine(_folder.Path, "models"), _clock);

    [Fact]
    public void A_loaded_model_predicts_the_same_and_has_its_card()
    {
        IModel model = Trained(1);
        int[] rows = Data.AllRows()[..500];
        ModelCard card = Judged.TrainedOn(Data, rows, seed: 3) with { Trials = 12 };

        ModelVersion version = _registry.Register("direction", model, card);
        RegisteredModel loaded = _registry.Load("direction", 1);

        Assert.Equal((1, _clock.Now.UtcDateTime), (version.Number, loaded.Version.Registered));
        Assert.Equal(JsonSerializer.Serialize(card), JsonSerializer.Serialize(loaded.Card));
        TrainingSpan span = loaded.Card.Training!;
        Assert.Equal((500, MarketData.UnixTime.ToDateTime(Data.Starts[0]), MarketData.UnixTime.ToDateTime(Data.Ends[499]), 3), (span.Rows, span.From, span.Until, span.Seed));
        Assert.Equal(card.Training!.Features[0].Values, span.Features[0].Values);
        Assert.Equal(model.Predict([0.001, 1]), loaded.Model.Predict([0.001, 1]));
    }

    [Fact]
    public void Undefined_scores_survive()
    {
        _registry.Register("direction", Trained(1), Judged with { Scores = Judged.Scores with { Auc = double.NaN } });

        Assert.Equal(double.NaN, _registry.Load("direction", 1).Card.Scores.Auc);
    }

    [Fact]
    public void Versions_follow_each_other_and_serve_what_they_were_promoted_to()
    {
        Register(3);

        _registry.Promote("direction", 1, ModelUse.Paper, "first");
        _registry.Promote("direction", 2, ModelUse.Live, "good");
        _registry.Promote("direction", 3, ModelUse.Live, "better");

        Assert.Equal(["direction"], _registry.Models);
        Assert.Equal([[ModelUse.Paper], [], [ModelUse.Live]], _registry.Versions("direction").Select(v => v.Uses));
        Assert.Equal(3, _registry.Load("direction", ModelUse.Live).Version.Number);
        Assert.Equal(["first", "good", "better"], _registry.Promotions("direction").Select(p => p.Reason));
    }

    [Fact]
    public void A_rollback_lets_the_version_before_serve_again_down_to_none()
    {
        Register(3);
        foreach (int version in (int[])[1, 2, 3])
            _registry.Promote("direction", version, ModelUse.Paper, "next");

        Assert.Equal(2, _registry.Rollback("direction", ModelUse.Paper, "lost money"));
        _registry.Promote("direction", 3, ModelUse.Paper, "once more");
        Assert.Equal(2, _registry.Rollback("direction", ModelUse.Paper, "lost money again"));
        Assert.Equal(1, _registry.Rollback("direction", ModelUse.Paper, "this too"));
        Assert.Null(_registry.Rollback("direction", ModelUse.Paper, "all of them"));

        Assert.Null(_registry.ServingVersion("direction", ModelUse.Paper));
        Assert.Contains("No version of 'direction' serves paper", Assert.Throws<InvalidOperationException>(() => _registry.Load("direction", ModelUse.Paper)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => _registry.Rollback("direction", ModelUse.Paper, "nothing left"));
        Assert.Equal(8, ModelRegistry.Open(_registry.ToString()).Promotions("direction").Count);
    }

    [Fact]
    public void A_use_beyond_the_licence_is_refused_and_changes_nothing()
    {
        _registry.Register("direction", Trained(1), Judged with { Licence = ModelUse.Paper });

        string message = Assert.Throws<InvalidOperationException>(() => _registry.Promote("direction", 1, ModelUse.Live, "hope")).Message;

        Assert.Equal("Version 1 of 'direction' is licensed for paper, not for live: register it with a card that says so.", message);
        Assert.Empty(_registry.Promotions("direction"));
    }

    [Fact]
    public void Serving_already_is_refused()
    {
        Register(1);
        _registry.Promote("direction", 1, ModelUse.Paper, "first");

        Assert.Throws<InvalidOperationException>(() => _registry.Promote("direction", 1, ModelUse.Paper, "again"));
    }

    [Theory]
    [InlineData("model.bin", "was changed since it was registered")]
    [InlineData("card.json", "was changed since it was registered")]
    public void One_changed_bit_is_an_error_that_names_the_file(string file, string expected)
    {
        Register(1);
        string path = FileOf("0001", file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        string message = Assert.Throws<InvalidDataException>(() => _registry.Load("direction", 1)).Message;

        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        Register(1);
        File.Delete(FileOf("0001", "model.bin"));

        Assert.Contains("model.bin is missing", Assert.Throws<InvalidDataException>(() => _registry.Load("direction", 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is damaged")]
    [InlineData("""{ "format": "TradeBot registry 1", "versions": [], "promotions": [ { "time": "2024-01-01T00:00:00Z", "use": "Live", "version": 1, "isRollback": false, "reason": "x" } ] }""", "version 1 was promoted but does not exist")]
    [InlineData("""{ "format": "TradeBot registry 1", "versions": [], "promotions": [ { "time": "2024-01-01T00:00:00Z", "use": "Live", "version": null, "isRollback": true, "reason": "x" } ] }""", "rolled back more often")]
    [InlineData("""{ "format": "other", "versions": [], "promotions": [] }""", "the format 'other'")]
    public void A_damaged_index_is_an_error_that_says_why(string content, string expected)
    {
        Register(1);
        File.WriteAllText(FileOf("index.json"), content);

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => _registry.Versions("direction")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_interrupted_writer_left_behind_is_no_version()
    {
        Register(1);
        byte[] index = File.ReadAllBytes(FileOf("index.json"));
        Register(1);
        File.WriteAllBytes(FileOf("index.json"), index);

        Assert.Single(_registry.Versions("direction"));
        IModel other = Trained(0.5);
        Assert.Equal(2, _registry.Register("direction", other, Judged).Number);
        Assert.Equal(other.Name, _registry.Load("direction", 2).Model.Name);
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        Register(1);
        using var held = new FileStream(FileOf("lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains("is being changed by another process", Assert.Throws<IOException>(() => Register(1)).Message, StringComparison.Ordinal);
        Assert.Single(_registry.Versions("direction"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Direction")]
    [InlineData("../direction")]
    [InlineData("con")]
    [InlineData("com1")]
    [InlineData("a b")]
    [InlineData("1st")]
    public void A_name_that_no_folder_should_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => _registry.Register(name, Trained(1), Judged));

    [Fact]
    public void A_card_of_other_features_is_refused() =>
        Assert.Throws<ArgumentException>(() => _registry.Register("direction", Trained(1), Judged with { Features = ["x"] }));

    [Fact]
    public void An_unknown_model_or_version_is_refused_naming_what_there_is()
    {
        Register(1);

        Assert.Contains("the models are: direction", Assert.Throws<ArgumentException>(() => _registry.Versions("other")).Message, StringComparison.Ordinal);
        Assert.Contains("has the versions 1 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => _registry.Load("direction", 2)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IModel Trained(double c) => new Logistic { C = c }.Train(Data, Data.AllRows(), seed: 0);

    private void Register(int count)
    {
        for (int i = 0; i < count; i++)
            _registry.Register("direction", Trained(1), Judged);
    }

    private string FileOf(params string[] parts) => Path.Combine([_registry.ToString(), "direction", .. parts]);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; } = new(2026, 1, 5, 14, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
