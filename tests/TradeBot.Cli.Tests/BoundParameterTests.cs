using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>Values that a command binds are in everything that it writes, and are checked by the strategy's own rules.</summary>
public sealed class BoundParameterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public BoundParameterTests() => CandleStore.Open(Data).Replace(MarketGenerator.Single(4_000, seed: 5));

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Console_json_page_manifest_and_comparison_report_the_values()
    {
        string page = Path.Combine(_folder, "page.html"), a = Path.Combine(_folder, "a"), b = Path.Combine(_folder, "b"), comparison = Path.Combine(_folder, "compare.html");
        (int code, string output, string error) = await BacktestAsync("ema-cross", "--set", "fast=10", "--set", "slow=30", "--out", a, "--report", page);
        (_, string json, _) = await BacktestAsync("ema-cross", "--set", "fast=5", "--set", "slow=50", "--out", b, "--json");
        (int compared, _, _) = await Cli.RunAsync("report", "compare", a, b, "--data", Data, "--out", comparison);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("strategy  EMA cross 10/30\n", output, StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.Equal("EMA cross 5/50", root.GetProperty("strategy").GetString());
        Assert.Equal(50, root.GetProperty("manifest").GetProperty("parameters").GetProperty("slow").GetDouble());
        Assert.Contains("EMA cross 10/30", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        JsonElement manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(a, "manifest.json"))).RootElement;
        Assert.Equal(10, manifest.GetProperty("parameters").GetProperty("fast").GetDouble());
        Assert.Equal(0, compared);
        string text = await File.ReadAllTextAsync(comparison);
        Assert.Contains("parameter fast", text, StringComparison.Ordinal);
        Assert.Contains("parameter slow", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fast < slow is violated: fast is 50, slow is 10", "ema-cross", "--set", "fast=50", "--set", "slow=10")]
    [InlineData("oversold is 80, overbought is 70", "rsi-reversion", "--set", "oversold=80")]
    [InlineData("exit_candles is 30, entry is 20", "turtle-breakout", "--set", "exit_candles=30")]
    public async Task Values_that_contradict_each_other_are_wrong_usage(string message, params string[] arguments)
    {
        (int code, _, string error) = await BacktestAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_keeps_its_name_and_reports_its_values_and_says_why_it_did_not_trade()
    {
        string document = Path.Combine(_folder, "dip.yaml");
        await File.WriteAllTextAsync(document, "name: Dip\nparameters:\n  level: 30\nlong: rsi(14) < level\n");
        (int code, string output, _) = await BacktestAsync(document, "--set", "level=0.5");
        (_, string json, _) = await BacktestAsync(document, "--set", "level=0.5", "--json");

        Assert.Equal(0, code);
        Assert.Contains("strategy  Dip (level=0.5)\n", output, StringComparison.Ordinal);
        Assert.Contains("no trade  long when: rsi(14) < level was never true in ", output, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(json).RootElement.GetProperty("noTradeReasons").GetArrayLength());
    }

    [Fact]
    public async Task A_study_searches_only_what_the_strategy_allows()
    {
        (int code, string output, string error) = await Cli.RunAsync(
            "optimize", "ema-cross", "--data", Data, "--symbols", "SYN", "--timeframe", "5m", "--int", "fast=10..30:10", "--int", "slow=10..30:10", "--sampler", "grid",
            "--studies", Path.Combine(_folder, "studies"), "--ledger", Path.Combine(_folder, "ledger.jsonl"));

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("tried     3 trials", output, StringComparison.Ordinal); // 10/20, 10/30, 20/30
    }

    [Fact]
    public async Task Validation_warns_of_what_can_never_be_true_and_refuses_what_is_no_timeframe()
    {
        string document = Path.Combine(_folder, "rule.yaml");
        await File.WriteAllTextAsync(document, "symbol: SYN\ntimeframe: 5m\nlong: rising(ema(50) on 1h, 3)\n");
        (int code, string output, _) = await Cli.RunAsync("strategy", "validate", document);
        Assert.Equal(1, code);
        Assert.Contains("warning: long when: rising(ema(50) on 1h, 3) can never be true", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(document, "long: close on 8x > open\n");
        (code, output, _) = await Cli.RunAsync("strategy", "validate", document);
        Assert.Equal(1, code);
        Assert.Contains("'8x' is neither a timeframe nor a symbol", output, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> BacktestAsync(params string[] arguments) =>
        Cli.RunAsync(["backtest", .. arguments, "--data", Data, "--symbols", "SYN", "--timeframe", "5m"]);
}
