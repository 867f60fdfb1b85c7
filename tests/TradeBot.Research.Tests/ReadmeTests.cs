using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_studies_run()
    {
        CandleSeries candles = MarketGenerator.Single(count: 8_000, seed: 21);

        CandleSeries research = candles.HoldOut(share: 0.2);
        Study<HeadlineFigures> study = Study.Named("sma cross", seed: 7)
            .Int("fast", 5..15, step: 5).Int("slow", 20..40, step: 20)
            .Maximize(r => r.Sharpe);

        StudyResult grid = study.Sweep(research, p => new SmaCross(p["fast"], p["slow"]));
        StudyResult tpe = study.Optimize(20, research, p => new SmaCross(p["fast"], p["slow"]));
        ValidationResult walkForward = study.Validate(research, Split.WalkForward(folds: 3, embargo: 60), p => new SmaCross(p["fast"], p["slow"]));
        ValidationResult combinatorial = study.Validate(research, Split.CombinatorialPurged(4, 2, embargo: 60), p => new SmaCross(p["fast"], p["slow"]));

        CandleSeries locked = candles.OpenHoldout("final check");

        Assert.Equal((6, "the sweep"), (grid.TrialCount, grid.Path));
        Assert.Equal(20, tpe.TrialCount);
        Assert.Equal((1, 3), (walkForward.Paths.Count, combinatorial.Paths.Count));
        Assert.Equal(8_000 - research.Count, locked.Count);
    }

    [Fact]
    public async Task The_studies_and_trainings_as_data_run()
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-").FullName, studies = Path.Combine(folder, "studies");
        CandleStore store = CandleStore.Open(folder);
        CandleSeries research = MarketGenerator.Single(count: 4_000, seed: 22);
        store.Replace(research);

        var spec = new StudySpec
        {
            Name = "ema cross", Seed = 7, Metric = "sharpe", Sampler = "tpe", Trials = 30, Where = ["fast<slow"],
            Backtest = BacktestSpec.Of(new LibrarySpec("ema-cross", new Dictionary<string, double>()), [research]),
            Space = [new IntParameter("fast", 5, 50), new IntParameter("slow", 20, 200)],
        };
        StudyResult run = await new StudyFolder(studies).RunAsync(spec, store);
        BacktestResult best = await spec.BacktestOf(run.Best!.Parameters).RunAsync(store);
        Assert.Equal(run.Best.Value, best.Performance.Sharpe, 1e-9);

        var training = new TrainingSpec
        {
            Name = "direction", Data = DataManifest.Of(research), Features = ["return(1)", "rsi(14)"], Label = "direction(forward-return(10))",
            Trainers = ["logistic"], Split = new SplitSpec { Folds = 3, Embargo = 10 }, Trials = 3, Seed = 7,
        };
        TrainingResult trained = await training.RunAsync(store);
        string model = trained.ModelHash;
        Assert.Equal(model, (await TrainingSpec.Parse(trained.Card.Spec!).RunAsync(store)).ModelHash);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_examples_are_those_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Research.Tests", "ReadmeTests.cs"));
        foreach (string example in File.ReadAllText(Repository.PathOf("src", "TradeBot.Research", "README.md")).Split("```csharp\n")[1..])
        {
            foreach (string line in example.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
        }
    }
}
