using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Learning.Tests;

public class ReadmeTests
{
    [Fact]
    public async Task The_example_runs()
    {
        using var temporary = new TemporaryFolder();
        string folder = temporary.Path;
        CandleSeries candles = Candles.Generate(15_000, edge: 0.1);

        FeaturePipeline features = Features.Pipeline(f =>
        [
            f.Return(1), f.Return(60), f.Rsi(14), f.Atr(14) / f.Close, f.Volume.ZScore(240),
            f.On(Timeframe.OneHour).EmaSlope(20), f.HourOfDay().Cyclic(),
        ]);
        Dataset data = Dataset.From(candles, features, Label.ForwardReturn(60).Direction());
        LeakageReport leakage = data.Leakage();

        ModelComparison table = await Models.CompareAsync(
            data, Split.WalkForward(folds: 5, embargo: 60), [new Logistic(), new Logistic { C = 0.01 }], seed: 7);

        DateTime trainedAt = candles.OpenTimeAt(candles.Count / 2);
        int[] known = data.RowsKnownBy(trainedAt);
        IModel model = new Logistic().Train(data, known, seed: 7);
        BacktestResult run = Backtest.Run(candles.Between(trainedAt, DateTime.MaxValue), new ModelStrategy(features, model));

        ModelCard card = ModelCard.Of(data, table[0]).TrainedOn(data, known, seed: 7) with { Licence = ModelUse.Paper };
        ModelRegistry registry = ModelRegistry.Open(folder);
        ModelVersion version = registry.Register("direction", model, card);
        registry.Promote("direction", version.Number, ModelUse.Paper, "best of two");

        RegisteredModel serving = registry.Load("direction", ModelUse.Paper);
        var again = ModelStrategy.Of(Features.Parse(serving.Card.Features), serving);
        DriftReport drift = DriftReport.Of(serving.Card, data, data.RowsFrom(trainedAt), serving.Model);

        Assert.True(leakage.IsClean, leakage.ToString());
        Assert.Equal(2, table.Count);
        Assert.Equal(8, card.Features.Count);
        Assert.Equal(candles.Count / 2, run.Equity.Count);
        Assert.Equal(run.Strategy, again.Name);
        Assert.Equal(8, drift.Columns.Count);
    }

    [Fact]
    public void The_example_is_the_one_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Learning.Tests", "ReadmeTests.cs"));
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Learning", "README.md"));

        string example = readme.Split("```csharp\n")[1].Split("```")[0];
        foreach (string line in example.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }
}
