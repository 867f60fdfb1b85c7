using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A spec that a notebook wrote is run by the command in another process, and gives the same result.</summary>
public sealed class SpecTests : IDisposable
{
    private const string Usings = "using System.Linq; using TradeBot; using TradeBot.MarketData; using TradeBot.Strategies; using TradeBot.Trading; using TradeBot.Learning; using TradeBot.Optimization;\n";

    private readonly NotebookFolder _folder = new();

    public SpecTests() => CandleStore.Open(Data).Replace(MarketGenerator.Single(6_000, seed: 5));

    private string Data => _folder.PathOf("data").Replace('\\', '/');

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backtest()
    {
        string file = await NotebookAsync(
            "backtest",
            """
            IStrategy rule = Strategy.On("SYN", Timeframe.FiveMinutes).Long(when: Expressions.Rsi(14).CrossesAbove(30)).Exit(when: Expressions.Rsi(14).CrossesBelow(70)).Stop(2 * Expressions.Atr(14)).Build();
            var run = Backtest.Run([candles], rule, new BacktestOptions { Cash = 5_000m, Slippage = Slippage.Spread(0.02), Sizing = Sizing.RiskPerTrade(0.01), Finer = [store.Load("SYN", Timeframe.OneMinute)] });
            run.Spec.Save("FILE");
            run.Manifest.ResultHash
            """);

        CommandRun again = await CommandRun.OfAsync("run", file, "--data", Data, "--ledger", "off", "--json");

        Assert.True(again.ExitCode == 0, again.Output);
        Assert.Equal(await ShownAsync("backtest"), JsonDocument.Parse(again.Output).RootElement.GetProperty("manifest").GetProperty("resultHash").GetString());
    }

    [Fact]
    public async Task Code_is_refused_by_the_command_and_says_why()
    {
        string file = await NotebookAsync("code", "Backtest.Run(candles, Strategy.Of(\"mine\", () => candle => 1)).Spec.Save(\"FILE\");");

        (int code, _, string error) = await Cli.RunAsync("run", file, "--data", Data);

        Assert.Equal(2, code);
        Assert.Equal($"tradebot: {file}: The strategy \"mine\" is code that no file names: it cannot be repeated from this file.\n", error);
    }

    /// <summary>Runs a notebook of one cell, which writes a file.</summary>
    private async Task<string> NotebookAsync(string name, string cell)
    {
        string file = _folder.PathOf(name + ".json").Replace('\\', '/'), assembly = Repository.PathOf("artifacts", "bin", "TradeBot", "release", "TradeBot.dll").Replace('\\', '/');
        string path = _folder.Add(
            name + ".ipynb",
            $"#r \"{assembly}\"\n{Usings}var store = CandleStore.Open(\"{Data}\"); CandleSeries candles = store.Load(\"SYN\", Timeframe.OneMinute).Resample(Timeframe.FiveMinutes);",
            cell.Replace("FILE", file, StringComparison.Ordinal));
        CommandRun run = await CommandRun.OfAsync("notebook", "run", path);
        Assert.True(run.ExitCode == 0, run.Output);
        return file;
    }

    /// <summary>What the last cell of a notebook showed.</summary>
    private async Task<string> ShownAsync(string name)
    {
        using var notebook = JsonDocument.Parse(await File.ReadAllTextAsync(_folder.PathOf(name + ".ipynb")));
        JsonElement text = notebook.RootElement.GetProperty("cells")[1].GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain");
        return text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(t => t.GetString())) : text.GetString()!;
    }
}
