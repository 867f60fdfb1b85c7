using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Cli.Tests;

public sealed class StrategyCommandTests : IDisposable
{
    private const string Document = "long: rsi(14) crosses above 30 and close > ema(200)\nexit: rsi(14) crosses below 70\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Validate_reports_each_fault_with_file_line_and_column()
    {
        string good = Write("good.yaml", Document), bad = Write("bad.yaml", "long: rsi(14) > 30 and close > emma(200)\nstop: -1\n");

        (int code, string output, _) = await Cli.RunAsync("strategy", "validate", good, bad);

        Assert.Equal(1, code);
        Assert.Equal(
            $"{good}: no errors\n" +
            $"{bad}(1,32): long when: unknown name 'emma'; the nearest is 'ema'\n" +
            $"{bad}(2,7): stop: must be above 0, got -1\n",
            output);
        Assert.Equal(0, (await Cli.RunAsync("strategy", "validate", good)).Code);
        Assert.Equal(2, (await Cli.RunAsync("strategy", "validate", Path.Combine(_folder, "absent.yaml"))).Code);
    }

    [Fact]
    public async Task Show_prints_a_document_and_a_classic_with_other_parameters()
    {
        Assert.Equal(Document, (await Cli.RunAsync("strategy", "show", Write("good.yaml", Document))).Output);

        (int code, string output, _) = await Cli.RunAsync("strategy", "show", "ema-cross", "--set", "fast=10", "--set", "slow=30");
        Assert.Equal(0, code);
        Assert.Contains("  fast: 10\n  slow: 30\nconstraints: fast < slow\nlong: ema(fast) > ema(slow)\n", output, StringComparison.Ordinal);
        Assert.Contains("the nearest is 'fast'", (await Cli.RunAsync("strategy", "show", "ema-cross", "--set", "fats=10")).Error, StringComparison.Ordinal);
        Assert.Contains("the nearest is 'ema-cross'", (await Cli.RunAsync("strategy", "show", "emacros")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Cli.RunAsync("strategy", "show", "ema-cross", "--set", "fast")).Code);
    }

    [Fact]
    public async Task List_names_every_classic()
    {
        string output = (await Cli.RunAsync("strategy", "list", "--json")).Output;
        Assert.Equal(StrategyLibrary.All.Select(s => s.Name), JsonDocument.Parse(output).RootElement.EnumerateArray().Select(e => e.GetProperty("name").GetString()));
        Assert.Contains("ema-cross", (await Cli.RunAsync("strategy", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_replays_on_generated_and_on_stored_candles()
    {
        string file = Write("good.yaml", Document);
        (int code, string output, _) = await Cli.RunAsync("strategy", "check", file, "--count", "500", "--replays", "20");
        Assert.Equal(0, code);
        Assert.Contains("no decision depends on later candles; ", output, StringComparison.Ordinal);

        string store = Path.Combine(_folder, "data");
        CandleSeries candles = MarketGenerator.Single(400, seed: 1);
        CandleStore.Open(store).Upsert(candles);
        JsonElement report = JsonDocument.Parse((await Cli.RunAsync(
            "strategy", "check", file, "--store", store, "--symbols", candles.Symbol, "--replays", "10", "--json")).Output).RootElement;
        Assert.Equal((400, true), (report.GetProperty("decisions").GetInt32(), report.GetProperty("isCausal").GetBoolean()));
    }

    [Fact]
    public async Task Check_generates_every_feed_that_the_strategy_names()
    {
        string file = Write("two.yaml", "symbol: A\ntimeframe: 5m\nlong: close > close on B and ema(5) on 1h > ema(10) on 1h\n");
        Assert.Equal(0, (await Cli.RunAsync("strategy", "check", file, "--count", "500", "--replays", "10")).Code);
        Assert.Equal(0, (await Cli.RunAsync("strategy", "check", "cross-sectional-momentum", "--count", "200", "--replays", "10")).Code);
    }

    [Fact]
    public async Task Indicators_are_listed_and_shown()
    {
        string list = (await Cli.RunAsync("indicators", "list", "--family", "Momentum")).Output;
        Assert.Contains("Relative strength index", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Bollinger", list, StringComparison.Ordinal);

        string show = (await Cli.RunAsync("indicators", "show", "bollinger")).Output;
        Assert.Contains("BB: Bollinger bands (Volatility)", show, StringComparison.Ordinal);
        Assert.Contains("  parameter   deviations: 0.01 to 100, usually 2\n", show, StringComparison.Ordinal);
        Assert.Contains("  warm-up     20 candles", show, StringComparison.Ordinal);

        (int code, _, string error) = await Cli.RunAsync("indicators", "show", "bolinger");
        Assert.Equal(2, code);
        Assert.Contains("The nearest is Bollinger", error, StringComparison.Ordinal);
        Assert.Equal("RSI", JsonDocument.Parse((await Cli.RunAsync("indicators", "show", "rsi", "--json")).Output).RootElement.GetProperty("name").GetString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
