using System.Text.Json;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public sealed class TradeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Session => Path.Combine(_folder, "session");

    [Fact]
    public async Task Paper_on_stored_candles_ends_with_the_fills_of_its_backtest_and_every_command_reads_it()
    {
        string data = Generate(days: 3);
        (int code, string output, string error) = await PaperAsync(data);
        Assert.True(code == 0, error);
        Assert.Contains("The candles ended.", output, StringComparison.Ordinal);
        using JsonDocument backtest = JsonDocument.Parse((await Cli.RunAsync("backtest", "ema-cross", "--symbols", "AAAUSDT", "--timeframe", "5m", "--data", data, "--json")).Output);
        using JsonDocument status = JsonDocument.Parse((await Cli.RunAsync("trade", "status", Session, "--json")).Output);
        JsonElement summary = status.RootElement.GetProperty("summary");
        Assert.Equal("Active", summary.GetProperty("state").GetString());
        Assert.True(summary.GetProperty("fills").GetInt32() > 10);
        Assert.Equal(JsonValueKind.Null, status.RootElement.GetProperty("holder").ValueKind);
        int fills = summary.GetProperty("fills").GetInt32();
        Assert.Contains($"{fills} of {fills} fills the same", output, StringComparison.Ordinal);

        (code, output, error) = await Cli.RunAsync("trade", "audit", Session);
        Assert.True(code == 0, error);
        Assert.StartsWith("intact", output, StringComparison.Ordinal);
        string page = Path.Combine(_folder, "session.html");
        (code, output, error) = await Cli.RunAsync("trade", "report", Session, "--out", page);
        Assert.True(code == 0, error);
        string html = await File.ReadAllTextAsync(page);
        Assert.Contains("every fill is that of its backtest", html, StringComparison.Ordinal);
        Assert.Contains("Paper trading was started.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_goes_on_and_commands_without_a_process_wait_for_it()
    {
        string data = Generate(days: 2);
        Assert.Equal(0, (await PaperAsync(data, "--to", "2024-01-02")).Code);
        (int code, string output, _) = await Cli.RunAsync("trade", "halt", Session, "--by", "anna", "--why", "Holidays.");
        Assert.Equal(1, code);
        Assert.StartsWith("waits", output, StringComparison.Ordinal);
        (code, output, _) = await PaperAsync(data);
        Assert.Equal(1, code);
        Assert.Contains("it continues", output, StringComparison.Ordinal);
        Assert.Contains("Halted, anna: Holidays.", output, StringComparison.Ordinal);
        Assert.Equal(1, (await Cli.RunAsync("trade", "status", Session)).Code);
        Assert.Equal(1, (await Cli.RunAsync("trade", "resume", Session)).Code);
        (code, output, _) = await PaperAsync(data);
        Assert.Equal(0, code);
        Assert.Contains("Active", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_journal_fails_the_audit_and_is_not_traded_on()
    {
        string data = Generate(days: 1);
        Assert.Equal(0, (await PaperAsync(data)).Code);
        string journal = Directory.EnumerateFiles(Session, "journal-*").Single();
        string[] lines = await File.ReadAllLinesAsync(journal);
        lines[100] = lines[100].Replace("\"n\":101", "\"n\":102", StringComparison.Ordinal);
        await File.WriteAllTextAsync(journal, string.Concat(lines.Select(l => l + "\n")));
        (int code, string output, _) = await Cli.RunAsync("trade", "audit", Session);
        Assert.Equal(1, code);
        Assert.Contains("line 101", output, StringComparison.Ordinal);
        (code, _, string error) = await PaperAsync(data);
        Assert.Equal(2, code);
        Assert.Contains("line 101", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_is_said_in_a_line()
    {
        foreach (string[] wrong in (string[][])[["status", "nowhere"], ["halt", "nowhere"], ["report", "nowhere"], ["audit", "nowhere"], ["paper", "ema-cross"]])
        {
            (int code, _, string error) = await Cli.RunAsync(["trade", .. wrong]);
            Assert.Equal(2, code);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
    }

    [Fact]
    public async Task A_process_on_an_exchange_is_seen_flattened_halted_and_stopped_by_commands()
    {
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions
        {
            Candles = [.. MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [new("AAAUSDT", 100, 0.6)], Seed = 1, Count = 20_000 })],
            Start = new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc),
            Speed = 600,
            PushInterval = TimeSpan.FromMilliseconds(20),
        });
        using ChildProcess process = ChildProcess.Start("dotnet", [CommandRun.Program, "trade", "paper", "ema-cross", "--set", "fast=2", "slow=5", "--symbols", "AAAUSDT", "--timeframe", "1m", "--exchange", exchange.Address, "--session", Session]);
        await UntilAsync(async () => Directory.Exists(Session) && (await Cli.RunAsync("trade", "status", Session)) is { Code: 0 } status && !status.Output.Contains("flat", StringComparison.Ordinal));
        using (JsonDocument status = JsonDocument.Parse((await Cli.RunAsync("trade", "status", Session, "--json")).Output))
        {
            Assert.StartsWith("process", status.RootElement.GetProperty("holder").GetString(), StringComparison.Ordinal);
            Assert.True(status.RootElement.GetProperty("summary").GetProperty("moments").GetInt64() > 0);
        }

        (int code, string output, string error) = await Cli.RunAsync("trade", "flatten", Session, "--by", "bert");
        Assert.True(code == 0, output + error);
        (code, output, error) = await Cli.RunAsync("trade", "halt", Session, "--by", "bert");
        Assert.True(code == 0, output + error);
        Assert.Contains("flat", output, StringComparison.Ordinal);
        await process.InterruptAsync();
        Assert.Equal(130, await process.ExitAsync());
        Assert.Equal(0, (await Cli.RunAsync("trade", "audit", Session)).Code);
    }

    private Task<(int Code, string Output, string Error)> PaperAsync(string data, params string[] more) =>
        Cli.RunAsync(["trade", "paper", "ema-cross", "--symbols", "AAAUSDT", "--timeframe", "5m", "--replay", "--data", data, "--session", Session, .. more]);

    private string Generate(int days)
    {
        string data = Path.Combine(_folder, "data");
        CandleStore store = CandleStore.Open(data);
        foreach (CandleSeries series in MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [new("AAAUSDT", 100, 0.6)], Seed = 3, Count = days * 1440 }))
            store.Upsert(series.Resample(Timeframe.FiveMinutes));
        return data;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await condition())
            await Task.Delay(200, late.Token);
    }
}
