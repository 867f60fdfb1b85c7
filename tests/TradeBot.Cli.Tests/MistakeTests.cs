using System.CommandLine;
using TradeBot.MarketData;

namespace TradeBot.Cli.Tests;

/// <summary>What a person is told of a mistake: in the words of the command line, before anything is read, written or asked.</summary>
public sealed class MistakeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-mistakes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public void A_parameter_becomes_the_option_that_a_person_gave()
    {
        var command = new Command("try") { new Option<int>("--min-trades"), new Argument<string>("symbol") };
        Assert.Equal("--min-trades is -1: Must be positive.", Mistake.Of(new ArgumentOutOfRangeException("minTrades", -1, "Must be positive."), command));
        Assert.Equal("--min-trades is 0: it must be greater than or equal to '1'.", Mistake.Of(Assert.Throws<ArgumentOutOfRangeException>(() => Limit(0)), command));
        Assert.Equal("symbol: It is unknown.", Mistake.Of(new ArgumentException("It is unknown.", "symbol"), command));
        Assert.Equal("no option has this is 5: Too much.", Mistake.Of(new ArgumentOutOfRangeException("noOptionHasThis", 5, "Too much."), command));
        Assert.Equal("Outer: inner", Mistake.Of(new ArgumentException($"Outer: {new ArgumentException("inner", "x").Message}", "options"), command));

        static void Limit(int minTrades) => ArgumentOutOfRangeException.ThrowIfLessThan(minTrades, 1);
    }

    [Theory]
    [InlineData("--int \"fast=50..5\": the range of fast ends before it begins; did you mean fast=5..50?", "--int", "fast=50..5")]
    [InlineData("--int \"slow=3..-3\": the range of slow ends before it begins", "--int", "fast=1..2", "--int", "slow=3..-3")]
    [InlineData("--float \"stop=2..0.5:0.5\": the range of stop ends before it begins", "--float", "stop=2..0.5:0.5")]
    [InlineData("--int \"fast=5..50:0\": the step of fast is 0, and must be above 0", "--int", "fast=5..50:0")]
    [InlineData("--float \"stop=1..2:-1\": the step of stop is -1", "--float", "stop=1..2:-1")]
    [InlineData("--int \"fast=5.5..50\": --int takes whole numbers", "--int", "fast=5.5..50")]
    [InlineData("--log \"rate=0..1\": ", "--log", "rate=0..1")]
    [InlineData("the range of 'rate' must start at a finite and positive number", "--log", "rate=0..1")]
    [InlineData("--int \"fast=7..9\": The range of parameter 'fast' is given twice", "--int", "fast=5..6", "--int", "fast=7..9")]
    [InlineData("--where: no combination is left to try: no combination of fast: 5..10; slow: 20..30 meets every condition", "--int", "fast=5..10", "--int", "slow=20..30", "--where", "fast>slow")]
    [InlineData("--where: no combination is left to try: no combination of fast: 5..10 meets", "--int", "fast=5..10", "--where", "fast<5")]
    [InlineData("--where: no combination is left to try: None of ", "--int", "fast=5..10", "--where", "fast<5", "--sampler", "random", "--trials", "3")]
    [InlineData("--name: the study cannot be called \"../x\"", "--int", "fast=5..6", "--name", "../x")]
    [InlineData("is a device name on Windows (CON)", "--int", "fast=5..6", "--name", "con")]
    [InlineData("is a device name on Windows (LPT1)", "--int", "fast=5..6", "--name", "LPT1.txt")]
    [InlineData("begins or ends with a dot", "--int", "fast=5..6", "--name", "x.")]
    public async Task Of_a_study(string sentence, params string[] args)
    {
        CandleStore.Open(Data).Replace(MarketGenerator.Single(500, seed: 5));
        string studies = Path.Combine(_folder, "studies");
        await RefusedAsync(sentence.Replace("the range of 'rate'", "The range of 'rate'", StringComparison.Ordinal), ["optimize", "ema-cross", "--data", Data, "--studies", studies, .. args]);
        Assert.False(Directory.Exists(studies)); // nothing was begun
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..\\x")]
    [InlineData("/tmp/x")]
    [InlineData("a:b")]
    [InlineData(".hidden")]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("X.")]
    [InlineData("")]
    public async Task A_symbol_that_is_no_file_name_is_refused_by_generate(string symbol)
    {
        string folder = Path.Combine(_folder, "out", "candles");
        (int code, string output, string error) = await Cli.RunAsync("data", "generate", "--symbol", $"{symbol}:100:0.5", "--count", "10", "--out", folder);
        Assert.Equal((2, ""), (code, output));
        Assert.DoesNotContain("Parameter '", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("BTC.D")]
    [InlineData("CONUSDT")]
    [InlineData("NULLS")]
    public async Task A_symbol_that_only_looks_like_one_is_accepted(string symbol) =>
        Assert.Equal(0, (await Cli.RunAsync("data", "generate", "--symbol", $"{symbol}:100:0.5", "--count", "10", "--out", Data)).Code);

    [Theory]
    [InlineData("--store", "data", "list")]
    [InlineData("--store", "data", "validate")]
    [InlineData("--store", "data", "export", "AAA", "1m", "--out", "out")]
    [InlineData("--store", "data", "resample", "AAA", "1m", "1h")]
    [InlineData("--store", "data", "repair", "AAA", "1m")]
    [InlineData("--from", "exchange", "--port", "0")]
    [InlineData("--studies", "study", "list")]
    [InlineData("--models", "models", "list")]
    [InlineData("--data", "report", "data", "AAA", "1m")]
    public async Task A_folder_that_does_not_exist_is_not_an_empty_one(string option, params string[] command)
    {
        string missing = Path.Combine(_folder, "nowhere");
        await RefusedAsync($"{option} is '{missing}': the folder does not exist", [.. command, option, missing]);
        Assert.False(Directory.Exists(missing));

        string file = Path.Combine(_folder, "file.csv");
        await File.WriteAllTextAsync(file, "");
        await RefusedAsync($"{option} is '{file}': that is a file", [.. command, option, file]);
    }

    [Fact]
    public async Task A_folder_without_candles_is_listed_as_such()
    {
        (int code, string output, _) = await Cli.RunAsync("data", "list", "--store", _folder);
        Assert.Equal(0, code);
        Assert.Contains("has no candles", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fetch", "BTCUSDT", "1m", "--exchange", "http://127.0.0.1:9")]
    [InlineData("backtest", "ema-cross")]
    [InlineData("optimize", "ema-cross", "--int", "fast=5..6")]
    [InlineData("train", "AAA", "1m", "--name", "m")]
    [InlineData("data", "export", "AAA", "1m", "--out", "out")]
    [InlineData("strategy", "check", "ema-cross")]
    [InlineData("models", "compare", "m", "1", "2", "AAA", "1m")]
    [InlineData("models", "drift", "m", "1", "AAA", "1m")]
    public async Task A_range_that_ends_before_it_begins_is_refused_first(params string[] command)
    {
        await RefusedAsync("--from is 2024-02-01 00:00 and --to is 2024-01-01 00:00: the range is empty", [.. command, "--from", "2024-02-01", "--to", "2024-01-01"]);
        await RefusedAsync("--from is 2024-01-01 00:00 and --to is 2024-01-01 00:00", [.. command, "--from", "2024-01-01", "--to", "2024-01-01"]);
    }

    [Theory]
    [InlineData("--name", "train", "AAA", "1m", "--name", "../m")]
    [InlineData("A model cannot be called 'con'", "train", "AAA", "1m", "--name", "con")]
    [InlineData("--count is -1", "data", "generate", "--symbol", "A:100:0.5", "--count", "-1", "--out", "out")]
    [InlineData("--speed is -1", "exchange", "--port", "0", "--speed", "-1", "--days", "1", "--symbols", "1")]
    [InlineData("--fees \"dear\"", "backtest", "ema-cross", "--fees", "dear")]
    [InlineData("--slippage \"some\"", "backtest", "ema-cross", "--slippage", "some")]
    [InlineData("--sizing \"big:1\"", "backtest", "ema-cross", "--sizing", "big:1")]
    [InlineData("--exchange", "fetch", "BTCUSDT", "1m", "--from", "2024-01-01", "--exchange", "nasdaq")]
    [InlineData("--cash -5: Cash must be positive.", "backtest", "ema-cross", "--cash", "-5")]
    [InlineData("--cash 0: Cash must be positive.", "optimize", "ema-cross", "--int", "fast=5..6", "--cash", "0", "--data", "DATA")]
    [InlineData("--cash \"much\": expected a number.", "backtest", "ema-cross", "--cash", "much")]
    [InlineData("--leverage 0.5: Leverage must be finite and at least 1.", "backtest", "ema-cross", "--leverage", "0.5")]
    [InlineData("--borrow -1: A borrow rate must not be negative.", "backtest", "ema-cross", "--borrow", "-1", "--data", "DATA")]
    [InlineData("--holdout 1.5: ", "optimize", "ema-cross", "--int", "fast=5..6", "--holdout", "1.5", "--data", "DATA")]
    [InlineData("--margin \"all\": accepted are cross, isolated.", "backtest", "ema-cross", "--margin", "all")]
    [InlineData("--format \"xml\": accepted are csv, json.", "backtest", "ema-cross", "--format", "xml")]
    [InlineData("--trials \"x\": expected a whole number.", "optimize", "ema-cross", "--trials", "x")]
    [InlineData("--timeframe: \"7x\" is not a timeframe", "backtest", "ema-cross", "--timeframe", "7x")]
    [InlineData("--from: \"monday\" is not a UTC time", "backtest", "ema-cross", "--from", "monday")]
    [InlineData("--time-zone: \"Foo/Bar\" is not a time zone", "data", "import", "x.csv", "--time-zone", "Foo/Bar")]
    [InlineData("--date-order: \"ymd\" is not accepted", "data", "import", "x.csv", "--date-order", "ymd")]
    [InlineData("--metric: There is no figure 'luck'", "optimize", "ema-cross", "--metric", "luck")]
    [InlineData("--metric: 'Volatility' cannot be maximised; accepted are return, sharpe", "optimize", "ema-cross", "--metric", "volatility")]
    [InlineData("--set: \"fast\" is not a setting such as fast=10.", "backtest", "ema-cross", "--set", "fast")]
    [InlineData("--set: \"fast=4\" is a second value for fast; give one.", "backtest", "ema-cross", "--set", "fast=3", "--set", "fast=4")]
    [InlineData("fast=3 is set, and fast is searched", "optimize", "ema-cross", "--int", "fast=5..6", "--set", "fast=3", "--data", "DATA")]
    [InlineData("The strategy's constraint leaves no combination to try", "optimize", "ema-cross", "--int", "fast=30..40", "--int", "slow=10..20", "--data", "DATA")]
    [InlineData("--store is empty: give a folder.", "data", "list", "--store", "")]
    [InlineData("'../x' cannot be part of a file name", "fetch", "../x", "1m", "--from", "2024-01-01", "--exchange", "http://127.0.0.1:9")]
    [InlineData("'CON' cannot be part of a file name", "fetch", "BTCUSDT,CON", "1m", "--from", "2024-01-01", "--exchange", "http://127.0.0.1:9")]
    [InlineData("make no whole candle of 1M: choose a shorter timeframe", "backtest", "ema-cross", "--timeframe", "1M", "--data", "DATA")]
    [InlineData("make no whole candle of 2w: choose a shorter timeframe", "optimize", "ema-cross", "--int", "fast=5..6", "--timeframe", "2w", "--data", "DATA")]
    [InlineData("has no candles from 2031-01-01 00:00; it reaches", "backtest", "ema-cross", "--from", "2031-01-01", "--data", "DATA")]
    [InlineData("has no candles before 2001-01-01 00:00; it reaches", "backtest", "ema-cross", "--to", "2001-01-01", "--data", "DATA")]
    [InlineData("is 1000000000, above all of its prices", "backtest", "ema-cross", "--tick", "1000000000", "--data", "DATA")]
    [InlineData("is 1000000000, above all of its prices", "optimize", "ema-cross", "--int", "fast=5..6", "--tick", "1000000000", "--data", "DATA")]
    public async Task An_option_is_named_and_no_parameter(string sentence, params string[] command)
    {
        CandleStore.Open(Data).Replace(MarketGenerator.Single(500, seed: 5));
        await RefusedAsync(sentence, [.. command.Select(word => word == "DATA" ? Data : word), .. command[0] == "optimize" ? (string[])["--studies", Path.Combine(_folder, "studies")] : []]);
    }

    [Theory]
    [InlineData("backtest", "ema-cross", "--timeframe", "7x")]
    [InlineData("data", "import", "x.csv", "--time-unit", "h")]
    [InlineData("optimize", "ema-cross", "--nonsense")]
    public async Task A_mistake_is_one_line_without_the_help(params string[] command)
    {
        (int code, string output, string error) = await Cli.RunAsync(command);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("tradebot: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--symbol: '../x' cannot be part of a file name", "--symbol", "../x")]
    [InlineData("--symbol: 'nul' cannot be part of a file name: it is a device name on Windows", "--symbol", "nul")]
    public async Task An_import_names_its_option(string sentence, params string[] options)
    {
        string file = Path.Combine(_folder, "AAA_1m.csv");
        CandleCsv.Write(MarketGenerator.Single(50, seed: 5), file);
        await RefusedAsync(sentence, ["data", "import", file, "--store", Path.Combine(_folder, "store"), .. options]);
    }

    [Fact]
    public async Task An_import_distinguishes_a_folder_and_a_missing_file()
    {
        await RefusedAsync($"{_folder}: this is a folder; name files in it", ["data", "import", _folder, "--store", Data]);
        string missing = Path.Combine(_folder, "missing.csv");
        await RefusedAsync($"{missing}: there is no such file.", ["data", "import", missing, "--store", Data]);
    }

    private static async Task RefusedAsync(string sentence, string[] command)
    {
        (int code, string output, string error) = await Cli.RunAsync(command);
        Assert.True(code == 2, $"exit code {code}: {output}{error}");
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter '", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("Actual value was", output + error, StringComparison.Ordinal);
    }
}
