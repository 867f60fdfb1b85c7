using FsCheck;
using FsCheck.Fluent;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public sealed class StudySpecTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(4_000, seed: 9);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    private static StudySpec Cross => new()
    {
        Name = "cross",
        Seed = 3,
        Backtest = BacktestSpec.Of(new LibrarySpec("ema-cross", new Dictionary<string, double>()), [Candles]),
        Space = [new IntParameter("fast", 5, 15, 5), new IntParameter("slow", 10, 30, 10)],
        Where = ["fast<slow"],
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_study_reads_back_as_the_same_data() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            StudySpec spec = Random(new Random(seed));
            var read = StudySpec.Parse(spec.ToJson());

            Assert.Equal(spec.ToJson(), read.ToJson());
            Assert.Equal(spec.Hash, read.Hash);
            Assert.Equal(spec, read);
            Assert.Equal(spec.Space.Select(p => p.ToString()), read.Space.Select(p => p.ToString()));
        }));

    [Fact]
    public async Task It_makes_the_trials_that_the_code_makes()
    {
        CandleStore store = CandleStore.Open(_folder);
        store.Replace(Candles);
        StudyResult coded = Study.Named("cross", seed: 3).Int("fast", 5..15, step: 5).Int("slow", 10..30, step: 10).Where(p => p["fast"] < p["slow"])
            .Maximize(r => r.Sharpe).Sweep(Candles, p => EmaCross.Rule(p["fast"], p["slow"]), options: new StudyOptions { Ledger = TrialLedger.None });

        StudyResult run = await StudySpec.Parse(Cross.ToJson()).RunAsync(store, new StudyOptions { Ledger = TrialLedger.None });

        Assert.Equal(coded.ResultHash, run.ResultHash);
        Assert.Equal("the sweep", run.Path);
        BacktestResult best = await Cross.BacktestOf(run.Best!.Parameters).RunAsync(store);
        Assert.Equal(run.Best.Value, best.Performance.Sharpe, 1e-9);
    }

    [Fact]
    public async Task A_folder_goes_on_with_a_study_and_keeps_its_name_for_it()
    {
        CandleStore store = CandleStore.Open(Path.Combine(_folder, "data"));
        store.Replace(Candles);
        var folder = new StudyFolder(Path.Combine(_folder, "studies"));
        var uncounted = new StudyOptions { Ledger = TrialLedger.None };
        StudyResult whole = await folder.RunAsync(Cross, store, uncounted);
        string[] lines = await File.ReadAllLinesAsync(folder.JournalOf("cross"));
        await File.WriteAllLinesAsync(folder.JournalOf("cross"), lines[..3]);

        StudyResult resumed = await folder.RunAsync(folder.Load("cross"), store, uncounted);

        Assert.Equal(whole.ResultHash, resumed.ResultHash);
        Assert.Equal(["cross"], folder.Names);
        var manifest = StudyManifest.Parse(await File.ReadAllTextAsync(folder.ManifestOf("cross")));
        Assert.Equal((Cross, whole.Trials.Count, whole.ResultHash), (manifest.Spec, manifest.Trials, manifest.ResultHash));
        Assert.Equal(manifest.ToJson(), StudyManifest.Parse(manifest.ToJson()).ToJson());
        Assert.Contains("TradeBot study manifest 1", Assert.Throws<InvalidDataException>(() => StudyManifest.Parse(Cross.ToJson(), "cross.json")).Message, StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => folder.RunAsync(Cross with { Metric = "return" }, store, uncounted));
        Assert.Contains("was started with another spec", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_with_a_split_is_validated_as_the_code_is()
    {
        CandleStore store = CandleStore.Open(_folder);
        store.Replace(Candles);
        ISplit split = Split.WalkForward(folds: 3, embargo: 10);
        ValidationResult coded = Study.Named("cross, " + split.Name, seed: 3).Int("fast", 5..15, step: 5).Int("slow", 10..30, step: 10).Where(p => p["fast"] < p["slow"])
            .Maximize(r => r.Sharpe)
            .Validate(Candles, split, p => EmaCross.Rule(p["fast"], p["slow"]), options: new FoldSearchOptions { Sampler = new GridSampler(), Trials = int.MaxValue, Study = new StudyOptions { Ledger = TrialLedger.None } });

        StudySpec spec = Cross with { Split = new SplitSpec { Folds = 3, Embargo = 10 } };
        ValidationResult run = await StudySpec.Parse(spec.ToJson()).ValidateAsync(store, new StudyOptions { Ledger = TrialLedger.None });

        Assert.Equal(coded.Paths.Select(p => p.ToArray()), run.Paths.Select(p => p.ToArray()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cross.ValidateAsync(store));
    }

    [Fact]
    public void Several_series_are_searched_and_validated_as_one_portfolio()
    {
        CandleSeries[] market = [.. MarketGenerator.Generate(new SyntheticMarketOptions
        {
            Symbols = [new SyntheticSymbol("AAA", 100, 0.6), new SyntheticSymbol("BBB", 50, 0.8), new SyntheticSymbol("CCC", 10, 0.9)],
            Seed = 3,
            Count = 2_000,
            Timeframe = Timeframe.OneHour,
        })];
        Study<HeadlineFigures> study = Study.Named("rotation", seed: 1).Int("lookback", 5..15, step: 5).Maximize(r => r.Sharpe);
        var options = new StudyOptions { Ledger = TrialLedger.None };

        StudyResult searched = study.Sweep(market, Rotation, options: options);
        ValidationResult walked = study.Validate(market, Split.WalkForward(3), Rotation, options: new FoldSearchOptions { Trials = 3, Study = options });

        Assert.Equal((3, "the engine"), (searched.TrialCount, searched.Path));
        Assert.All(searched.Trials, t => Assert.Equal(Backtest.Run(market, Rotation(t.Parameters)).Performance.Sharpe, t.Value));
        Assert.Equal(1_500, walked.Paths[0].Length);
        Assert.NotEqual(market[0].ContentHash, searched.DataHash);
        var error = Assert.Throws<ArgumentException>(() => study.Validate([market[0], market[1].Slice(1, 1_999)], Split.WalkForward(3), Rotation));
        Assert.Contains("BBB 1h has other open times than AAA 1h", error.Message, StringComparison.Ordinal);

        static IStrategy Rotation(ParameterSet p) => CrossSectionalMomentum.Rule().With(new Dictionary<string, double> { ["lookback"] = p["lookback"] });
    }

    [Theory]
    [InlineData("\"metric\": \"sharpe\"", "\"metric\": \"sharp\"", "There is no figure 'sharp'; the nearest is 'sharpe'.")]
    [InlineData("\"sampler\": \"grid\"", "\"sampler\": \"girth\"", "There is no sampler \"girth\"; the nearest is 'grid'.")]
    [InlineData("\"low\": 5", "\"low\": 5.5", "space[0]: The parameter 'fast' takes whole numbers, got 5.5.")]
    [InlineData("\"low\": 5", "\"low\": \"five\"", "space[0]: low: ")]
    [InlineData("\"cash\": 10000", "\"cash\": 0", "backtest: Cash must be positive.")]
    [InlineData("\"seed\": 3", "\"sead\": 3", "'sead' could not be mapped")]
    public void A_bad_file_is_told_with_file_place_and_value(string good, string bad, string expected)
    {
        string json = Cross.ToJson(), file = Path.Combine(_folder, "bad.study.json");
        Assert.Contains(good, json, StringComparison.Ordinal);
        int place = json.IndexOf(good, StringComparison.Ordinal);
        File.WriteAllText(file, json[..place] + bad + json[(place + good.Length)..]);

        string message = Assert.Throws<InvalidDataException>(() => StudySpec.Load(file)).Message;
        Assert.StartsWith(file + ": ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_searched_is_refused_before_any_work()
    {
        Refused("The search space is empty", Cross with { Space = [] });
        Refused("fast=9 is set, and fast is searched", Cross with { Backtest = Cross.Backtest with { Strategy = new LibrarySpec("ema-cross", new Dictionary<string, double> { ["fast"] = 9 }) } });
        Refused("needs the number of trials", Cross with { Sampler = "random" });
        Refused("no combination is left to try", Cross with { Where = ["fast>slow", "fast<slow"] });
        Refused("there is no parameter 'solw'", Cross with { Where = ["fast<solw"] });
        Refused("is not a range of numbers", Cross with { Space = [new ChoiceParameter("fast", ["a"])] });

        static void Refused(string expected, StudySpec spec) => Assert.Contains(expected, Assert.Throws<ArgumentException>(() => spec.Run([Candles])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_training_reads_back_as_the_same_data() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var spec = new TrainingSpec
            {
                Name = $"model-{random.Next()}",
                Data = DataManifest.Of(Candles.Slice(0, random.Next(1, 100))),
                Features = [.. Enumerable.Range(1, random.Next(1, 5)).Select(i => $"return({i})")],
                Label = $"direction(forward-return({random.Next(1, 50)}))",
                Trainers = [.. TrainingSpec.KnownTrainers.Where(_ => random.Next(2) == 0)],
                Split = SplitOf(random),
                Trials = random.Next(1, 99),
                TimeLimit = random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.NextDouble() * 1e4),
                Holdout = random.NextDouble(),
                Seed = random.Next(),
                Licence = (Learning.ModelUse)random.Next(3),
            };

            Assert.Equal(spec, TrainingSpec.Parse(spec.ToJson()));
            Assert.Equal(spec.Hash, TrainingSpec.Parse(spec.ToJson()).Hash);
        }));

    private static StudySpec Random(Random random) => new()
    {
        Name = $"s{random.Next()}",
        Seed = random.Next(int.MinValue, int.MaxValue),
        Backtest = BacktestSpec.Of(
            new DocumentSpec("name: \"Dip\"\nlong: rsi(14) < level & close > open # é\n", new Dictionary<string, double> { ["level"] = random.NextDouble(), ["b"] = -0.0 }),
            [Candles.Slice(0, random.Next(2, 50))],
            new BacktestOptions { Cash = random.Next(1, 1000) / 7m, Fees = new FeeSchedule(random.Next(-9, 9) / 10_000.000m, 0.00100m), RebalanceTolerance = random.NextDouble() }),
        Space = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => ParameterOf($"p{i}", random))],
        Where = random.Next(2) == 0 ? [] : [$"p0<={random.NextDouble():R}"],
        Metric = StudySpec.Metrics.ElementAt(random.Next(StudySpec.Metrics.Count)),
        MinTrades = random.Next(2) == 0 ? null : random.Next(100),
        Sampler = StudySpec.Samplers.ElementAt(random.Next(StudySpec.Samplers.Count)),
        Trials = random.Next(2) == 0 ? null : random.Next(1, 1000),
        Split = random.Next(2) == 0 ? null : SplitOf(random),
        TrialTimeout = random.Next(2) == 0 ? null : TimeSpan.FromTicks(random.NextInt64(1, long.MaxValue)),
        Timeout = random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.NextDouble()),
    };

    private static Parameter ParameterOf(string name, Random random)
    {
        double low = 1 + random.NextDouble(), high = low + 10 * random.NextDouble();
        int first = random.Next(1, 100);
        return random.Next(5) switch
        {
            0 => new IntParameter(name, -first, first, random.Next(1, 9)),
            1 => new IntParameter(name, first, 2 * first, logarithmic: true),
            2 => new FloatParameter(name, low, high),
            3 => new FloatParameter(name, low, high, random.NextDouble() + 0.01),
            _ => new FloatParameter(name, low, high, logarithmic: true),
        };
    }

    private static SplitSpec SplitOf(Random random) => new()
    {
        Kind = (SplitKind)random.Next(4),
        Folds = random.Next(3, 9),
        TestFolds = random.Next(1, 3),
        Embargo = random.Next(50),
        Window = random.Next(2) == 0 ? null : random.Next(1, 1000),
        TestShare = random.NextDouble(),
    };
}
