using System.Text.Json;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Cli.Tests;

public sealed class ModelsCommandTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Generate(new SyntheticMarketOptions
    {
        Symbols = [new SyntheticSymbol("SYN", 20_000, 0.6) { Edge = new PlantedEdge(0.3) }],
        Seed = 3,
        Count = 6000,
        Start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    })[0];

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public ModelsCommandTests() => CandleStore.Open(Data).Replace(Candles);

    private string Data => Path.Combine(_folder, "data");

    private string Models => Path.Combine(_folder, "models");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Training_searches_counts_evaluates_and_registers()
    {
        (int code, string output, string error) = await TrainAsync("--licence", "paper", "--ledger", Path.Combine(_folder, "trials"));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("chosen    logistic(C=", output, StringComparison.Ordinal);
        Assert.Contains("rows that no trial used", output, StringComparison.Ordinal);
        Assert.Contains("trials    4 on these candles", output, StringComparison.Ordinal);
        Assert.Contains("model     direction 1, licensed for paper", output, StringComparison.Ordinal);
        ModelCard card = ModelRegistry.Open(Models).Load("direction", 1).Card;
        Assert.Equal(["return(1)", "zscore(volume, 30)"], card.Features);
        Assert.Equal((4, "direction(forward-return(2))"), (card.Trials, card.Label));
        Assert.Contains("trials    8 on these candles", (await TrainAsync("--seed", "9", "--ledger", Path.Combine(_folder, "trials"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_listed_shown_promoted_and_taken_back()
    {
        await TrainAsync("--licence", "paper");
        await TrainAsync("--licence", "paper", "--seed", "2");

        await RunAsync("promote", "direction", "1", "paper", "--reason", "first");
        (int code, string promoted, _) = await RunAsync("promote", "direction", "2", "paper", "--reason", "better");
        (_, string list, _) = await RunAsync("list");
        (_, string shown, _) = await RunAsync("show", "direction", "paper");
        (_, string back, _) = await RunAsync("rollback", "direction", "paper", "--reason", "lost money");

        Assert.Equal(0, code);
        Assert.EndsWith("UTC: paper is version 2: better\n", promoted, StringComparison.Ordinal);
        Assert.Contains("paper", list.Split('\n').First(line => line.Contains(" 2 ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("model     direction 2, serves paper", shown, StringComparison.Ordinal);
        Assert.Contains("predicts  direction(forward-return(2))", shown, StringComparison.Ordinal);
        Assert.EndsWith("UTC: paper is version 1 again: lost money\n", back, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_use_beyond_the_licence_is_refused_with_exit_code_1()
    {
        await TrainAsync();

        (int code, _, string error) = await RunAsync("promote", "direction", "1", "live", "--reason", "hope");

        Assert.Equal(1, code);
        Assert.Equal("tradebot: Version 1 of 'direction' is licensed for research, not for live: register it with a card that says so.\n", error);
    }

    [Fact]
    public async Task Two_versions_contest_on_candles_that_neither_was_trained_on()
    {
        await TrainAsync("--to", "2024-01-02", "--features", "zscore(volume,30)");
        await TrainAsync("--to", "2024-01-02");

        (int code, string output, string error) = await RunAsync("compare", "direction", "1", "2", "SYN", "1m", "--data", Data);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("outcome   direction 2 errs less than direction 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Candles_like_those_of_the_training_have_not_drifted_and_others_have()
    {
        await TrainAsync("--to", "2024-01-03", "--features", "rsi(14),zscore(volume,30)");
        double[] flat = [.. Enumerable.Range(0, Candles.Count).Select(i => 100.0 + i % 2)];
        CandleStore.Open(Data).Replace(new CandleSeries("FLAT", Timeframe.OneMinute, Candles.OpenTimes.ToArray(), flat, flat, flat, flat, Candles.Volume.ToArray()));

        (int same, string calm, _) = await RunAsync("drift", "direction", "1", "SYN", "1m", "--data", Data);
        (int moved, string output, _) = await RunAsync("drift", "direction", "1", "FLAT", "1m", "--data", Data);

        Assert.True(calm.Contains("outcome   no drift", StringComparison.Ordinal), calm);
        Assert.Equal((0, 1), (same, moved));
        Assert.Contains("outcome   drifted", output, StringComparison.Ordinal);
        Assert.Contains("most, rsi(14)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_reads_a_model_is_backtested_with_it()
    {
        await TrainAsync("--licence", "paper", "--to", "2024-01-02");
        string rule = Path.Combine(_folder, "rule.yaml");
        await File.WriteAllTextAsync(rule, "long: model(\"direction\").probability > 0.5\nexit: model(\"direction\").probability < 0.5\n");
        string[] command = ["backtest", rule, "--symbols", "SYN", "--timeframe", "1m", "--data", Data, "--ledger", "memory", "--models", Models];

        (int code, string latest, string error) = await Cli.RunAsync([.. command, "--model", "direction"]);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(latest, (await Cli.RunAsync([.. command, "--model", "direction=1"])).Output);
        Assert.Equal(latest, (await Cli.RunAsync([.. command, "--model", $"direction={Path.Combine(Models, "direction", "0001", "model.bin")}"])).Output);

        Assert.Contains("The strategy uses the model 'direction', but no models were provided", (await Cli.RunAsync(command)).Error, StringComparison.Ordinal);
        Assert.Contains("The strategy reads no model 'other'; it reads direction.", (await Cli.RunAsync([.. command, "--model", "other"])).Error, StringComparison.Ordinal);
        Assert.Contains("has the versions 1", (await Cli.RunAsync([.. command, "--model", "direction=7"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backtest_and_a_study_of_a_rule_that_reads_a_model_are_data()
    {
        await TrainAsync("--licence", "paper", "--to", "2024-01-02");
        string rule = Path.Combine(_folder, "rule.yaml"), saved = Path.Combine(_folder, "saved"), studies = Path.Combine(_folder, "studies");
        await File.WriteAllTextAsync(rule, "parameters:\n  from: 0.5\nlong: model(\"direction\").probability > from\nexit: model(\"direction\").probability < 0.5\n");
        string[] on = ["--symbols", "SYN", "--timeframe", "1m", "--data", Data, "--ledger", "off", "--models", Models, "--model", "direction"];

        Assert.Equal(0, (await Cli.RunAsync(["backtest", rule, .. on, "--out", saved])).Code);
        string manifest = Path.Combine(saved, "manifest.json"), text = await File.ReadAllTextAsync(manifest), again = Path.Combine(_folder, "again");
        string hash = ModelRegistry.Open(Models).Versions("direction")[0].Hash;
        Assert.Contains(hash, text, StringComparison.Ordinal);
        Assert.Equal((0, ""), (await Cli.RunAsync("run", manifest, "--data", Data, "--ledger", "off", "--models", Models, "--out", again)) is var (code, _, error) ? (code, error) : default);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(again, "manifest.json")));

        // The study's trial with the usual parameter is that backtest.
        Assert.Equal((0, ""), (await Cli.RunAsync(["optimize", rule, .. on, "--float", "from=0.5..0.6:0.1", "--name", "thresholds", "--studies", studies])) is var (ran, _, fault) ? (ran, fault) : default);
        StudyResult study = new StudyFolder(studies).Read("thresholds");
        Assert.Equal(RunManifest.Parse(text, manifest).Spec.Run([Candles], models: new RegistryModels(ModelRegistry.Open(Models))).Performance.Sharpe, study.Trials[0].Value);
        Assert.Equal(2, study.Trials.Count);

        // A model of other content is refused.
        await File.WriteAllTextAsync(manifest, text.Replace(hash, new string('0', 64), StringComparison.Ordinal));
        (int refused, _, string why) = await Cli.RunAsync("run", manifest, "--data", Data, "--ledger", "off", "--models", Models);
        Assert.Equal(2, refused);
        Assert.Contains($"has SHA-256 {hash}; the spec names 0000", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Legacy_syntax_of_features_is_reported_with_the_new_one()
    {
        (int code, _, string error) = await TrainAsync("--features", "return(1),1h:rsi(3)");

        Assert.Equal((0, "tradebot: 'return(1),1h:rsi(3)' is legacy syntax for return(1), rsi(3) on 1h.\n"), (code, error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [InlineData("research")]
    [InlineData("Live")]
    public async Task A_use_that_no_version_serves_is_reported_with_what_to_do(string use)
    {
        await TrainAsync();
        string[][] commands = [["models", "show"], ["report", "model"]];

        foreach (string[] command in commands)
        {
            (int code, _, string error) = await Cli.RunAsync([.. command, "direction", use, "--models", Models]);
            Assert.Equal(2, code);
            Assert.StartsWith($"tradebot: No version of 'direction' serves {use.ToLowerInvariant()}: promote one with \"tradebot models promote direction VERSION", error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public async Task A_damaged_model_is_reported_by_its_file_with_exit_code_2()
    {
        await TrainAsync();
        string file = Path.Combine(Models, "direction", "0001", "model.bin");
        byte[] bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        (int code, _, string error) = await RunAsync("show", "direction", "1");

        Assert.Equal(2, code);
        Assert.Contains($"{file} was changed since it was registered", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--features", "nonsense(3)", "unknown name 'nonsense'")]
    [InlineData("--label", "tomorrow", "'tomorrow' is not a label")]
    [InlineData("--trainers", "logistik", "the nearest is 'logistic'")]
    [InlineData("--name", "Not A Name", "A model's name consists of")]
    public async Task A_mistake_is_named_in_one_line(string option, string value, string expected)
    {
        (int code, _, string error) = await TrainAsync(option, value);

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => Cli.RunAsync(["models", .. arguments, "--models", Models]);

    private Task<(int Code, string Output, string Error)> TrainAsync(params string[] arguments)
    {
        Dictionary<string, string> options = new()
        {
            ["--name"] = "direction", ["--features"] = "return(1),zscore(volume,30)", ["--label"] = "direction(forward-return(2))",
            ["--trainers"] = "logistic", ["--trials"] = "4", ["--folds"] = "3", ["--data"] = Data, ["--models"] = Models, ["--ledger"] = "memory",
        };
        for (int i = 0; i < arguments.Length; i += 2)
            options[arguments[i]] = arguments[i + 1];
        return Cli.RunAsync(["train", "SYN", "1m", .. options.SelectMany(option => (string[])[option.Key, option.Value])]);
    }
}
