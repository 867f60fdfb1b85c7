using System.Globalization;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Cli.Tests;

public sealed class BacktestCommandTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(4_000, seed: 5);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public BacktestCommandTests() => CandleStore.Open(Data).Replace(Candles);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_runs_as_the_library_does_and_says_what_came_of_it()
    {
        string page = Path.Combine(_folder, "page.html"), tables = Path.Combine(_folder, "tables");
        (int code, string output, string error) = await RunAsync(
            "--strategy", "ema-cross", "--symbols", "SYN", "--timeframe", "5m", "--set", "fast=10", "--set", "slow=30",
            "--cash", "5000", "--fees", "0.0002/0.001", "--slippage", "2", "--report", page, "--out", tables);

        Assert.Equal((0, ""), (code, error));
        BacktestResult expected = Backtest.Run(
            Candles.Resample(Timeframe.FiveMinutes), EmaCross.Rule(10, 30),
            new BacktestOptions { Cash = 5000m, Fees = new FeeSchedule(0.0002m, 0.001m), Slippage = Slippage.Bps(2), IntrabarCandles = [Candles] });
        Assert.Contains($"result    SHA-256 {expected.Manifest.ResultHash[..12]}\n", output, StringComparison.Ordinal);
        Assert.Contains("data      SYN 5m, ", output, StringComparison.Ordinal);
        Assert.Contains("data      SYN 1m, ", output, StringComparison.Ordinal); // fills follow the shorter candles
        Assert.Contains(expected.Performance.Returns.FinalEquity.ToString("N2", CultureInfo.InvariantCulture), output, StringComparison.Ordinal);
        Assert.Contains($"written   {page}\n", output, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(page), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected.Fills.Count + 1, File.ReadLines(Path.Combine(tables, "fills.csv")).Count());
        Assert.Contains(expected.Manifest.ResultHash, await File.ReadAllTextAsync(Path.Combine(tables, "manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_stands_as_the_argument_and_out_may_be_a_page()
    {
        string document = Path.Combine(_folder, "pullback.yaml"), page = Path.Combine(_folder, "pullback.html");
        await File.WriteAllTextAsync(document, "long: rsi(14) crosses above 30\nexit: rsi(14) crosses below 70\nstop: 2%\n");
        (int code, string output, _) = await RunAsync(
            document, "--symbols", "SYN", "--from", Candles.OpenTimeAt(1000).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), "--out", page);
        Assert.Equal(0, code);
        Assert.Contains(", 3,000 candles,", output, StringComparison.Ordinal);
        Assert.True(File.Exists(page));
    }

    [Fact]
    public async Task Json_reports_every_figure()
    {
        JsonElement root = JsonDocument.Parse((await RunAsync("ema-cross", "--json")).Output).RootElement;
        Assert.True(root.GetProperty("figures").EnumerateObject().Count() >= 60);
        Assert.Equal("SYN", root.GetProperty("manifest").GetProperty("spec").GetProperty("data")[0].GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task A_short_run_says_why_it_has_no_annual_return()
    {
        string row = Assert.Single((await RunAsync("ema-cross")).Output.Split('\n'), line => line.Contains("Annual return", StringComparison.Ordinal));
        Assert.Equal(["Annual", "return", "n/a", "the", "run", "has", "2.8", "days,", "and", "annual", "returns", "need", "30"], row.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        JsonElement root = JsonDocument.Parse((await RunAsync("ema-cross", "--json")).Output).RootElement;
        Assert.Equal("the run has 2.8 days, and annual returns need 30", root.GetProperty("undefined").GetProperty("Annual return").GetString());
    }

    [Fact]
    public async Task A_benchmark_is_a_symbol_of_the_run()
    {
        Assert.Equal(0, (await RunAsync("ema-cross", "--benchmark", "SYN")).Code);
        (int code, _, string error) = await RunAsync("ema-cross", "--benchmark", "NOPE");
        Assert.Equal(2, code);
        Assert.Contains("--benchmark NOPE is not a symbol of the run; accepted are SYN.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_of_an_assembly_is_made_with_the_settings()
    {
        string output = (await RunAsync(Class("HoldFrom"), "--set", "candle=100", "--set", "share=0.5")).Output;
        Assert.StartsWith("strategy  Hold 0.5 from 100 (candle=100, share=0.5)\n", output, StringComparison.Ordinal);
        Assert.StartsWith("strategy  Buy once\n", (await RunAsync(Class("TradeBot.Cli.Tests.BuyOnce"))).Output, StringComparison.Ordinal);

        (int code, _, string error) = await RunAsync(Class("Failing"));
        Assert.Equal(1, code);
        Assert.Contains("Failing failed: System.InvalidOperationException: It cannot start.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizing_and_leverage_reach_the_run()
    {
        BacktestOptions asked = new() { Sizing = Sizing.FractionOfEquity(2), Margin = new Margin { Leverage = 3 }, Risk = new RiskPolicy { MaxGrossExposure = 3 } };
        string hash = Backtest.Run(Candles, EmaCross.Rule(), asked).Manifest.ResultHash[..12];
        Assert.Contains(hash, (await RunAsync("ema-cross", "--sizing", "fraction:2", "--leverage", "3")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sizing_by_risk_goes_up_to_the_leverage()
    {
        BacktestOptions asked = new() { Sizing = Sizing.RiskPerTrade(0.01, 3), Margin = new Margin { Leverage = 3 }, Risk = new RiskPolicy { MaxGrossExposure = 3 } };
        string hash = Backtest.Run(Candles, TurtleBreakout.Rule(), asked).Manifest.ResultHash[..12];
        Assert.Contains(hash, (await RunAsync("turtle-breakout", "--sizing", "risk:0.01", "--leverage", "3")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_and_margin_reach_the_run()
    {
        BacktestOptions asked = new()
        {
            Sizing = Sizing.FractionOfEquity(2),
            Margin = new Margin { Leverage = 3, Mode = MarginMode.Isolated, Stepwise = true },
            Risk = new RiskPolicy { MaxGrossExposure = 2.5, MaxDrawdown = 0.01, AtMaxDrawdown = KillSwitch.Flatten, MaxDailyLoss = 0.005 },
        };
        BacktestResult expected = Backtest.Run(Candles, EmaCross.Rule(), asked);
        Assert.Contains(expected.Refusals, r => r.Symbol == OrderRefusal.Account);
        string output = (await RunAsync(
            "ema-cross", "--sizing", "fraction:2", "--leverage", "3", "--margin", "isolated", "--stepwise",
            "--risk", "max-drawdown=0.01", "at-max-drawdown=flatten", "--risk", "max-daily-loss=0.005", "--risk", "max-gross-exposure=2.5")).Output;
        Assert.Contains(expected.Manifest.ResultHash[..12], output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Funding_is_a_rate_or_a_file()
    {
        FundingRate[] rates = [.. Enumerable.Range(0, 100).Select(i => new FundingRate(Candles.OpenTimeAt(0).Date.AddHours(8 * i), 0.001m))
            .Where(r => r.Time >= Candles.OpenTimeAt(0) && r.Time <= Candles.OpenTimeAt(Candles.Count - 1))];
        BacktestResult expected = Backtest.Run(Candles, EmaCross.Rule(), new BacktestOptions { Funding = new Dictionary<string, IReadOnlyList<FundingRate>> { ["SYN"] = rates } });
        Assert.NotEmpty(expected.Funding);
        string hash = expected.Manifest.ResultHash[..12], file = Path.Combine(_folder, "funding.csv");
        await File.WriteAllLinesAsync(file, ["timestamp,rate", .. rates.Select(r => FormattableString.Invariant($"{UnixTime.FromDateTime(r.Time)},{r.Rate}"))]);
        Assert.Contains(hash, (await RunAsync("ema-cross", "--funding", "0.001")).Output, StringComparison.Ordinal);
        Assert.Contains(hash, (await RunAsync("ema-cross", "--funding", $"SYN={file}")).Output, StringComparison.Ordinal);

        await File.WriteAllLinesAsync(file, ["timestamp,rate", "soon,0.1"]);
        Assert.Contains("row 2: expected a timestamp", (await RunAsync("ema-cross", "--funding", file)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interest_is_for_spot()
    {
        BacktestOptions asked = new()
        {
            Borrow = new Dictionary<string, BorrowRate> { ["SYN"] = BorrowRate.PerDay(0.01m) },
            Instruments = new Dictionary<string, Instrument> { ["SYN"] = Instrument.Default("SYN") with { Kind = InstrumentKind.Spot } },
        };
        BacktestResult expected = Backtest.Run(Candles, EmaCross.Rule(allowShort: true), asked);
        Assert.NotEmpty(expected.Borrowing);
        string document = Path.Combine(_folder, "short.yaml");
        await File.WriteAllTextAsync(document, EmaCross.Rule(allowShort: true).ToYaml());
        Assert.Contains(expected.Manifest.ResultHash[..12], (await RunAsync(document, "--borrow", "0.01")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_options_or_rows_of_a_file()
    {
        string file = Path.Combine(_folder, "instruments.csv");
        await File.WriteAllLinesAsync(file, ["symbol,kind,tick,lot,min_notional", "OTHER,linear,1,1,", "SYN,spot,0.25,1e-2,5"]);
        (string[] Arguments, Instrument Steps)[] cases =
        [
            ([], Instrument.Default("SYN")),
            (["--tick", "0.25"], Instrument.Default("SYN") with { TickSize = 0.25m }),
            (["--tick", "1e-1", "--lot", "0.5"], Instrument.Default("SYN") with { TickSize = 0.1m, LotSize = 0.5m }),
            (["--lot", "3", "--instruments", file], new Instrument("SYN", InstrumentKind.Spot, 0.25m, 0.01m, MinNotional: 5)),
        ];
        HashSet<string> hashes = [];
        foreach ((string[] arguments, Instrument steps) in cases)
        {
            BacktestResult expected = Backtest.Run(Candles, EmaCross.Rule(), new BacktestOptions { Instruments = new Dictionary<string, Instrument> { ["SYN"] = steps } });
            string hash = expected.Manifest.ResultHash[..12];
            Assert.True(hashes.Add(hash));
            Assert.Contains(hash, (await RunAsync(["ema-cross", .. arguments])).Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("there is no column \"tik\"; accepted are symbol, tick, lot, kind", "symbol,tik", "SYN,1")]
    [InlineData("row 3, tick: \"-1\" is not a number of 0 or more", "symbol,tick", "A,1", "SYN,-1")]
    [InlineData("row 2, kind: \"future\" is none of spot, linear, inverse", "symbol,kind", "SYN,future")]
    [InlineData("row 2: 2 fields are expected, got 3", "symbol,tick", "SYN,1,2")]
    [InlineData("row 3: SYN is given twice", "symbol,tick", "SYN,1", "SYN,2")]
    [InlineData("the first row names no column \"symbol\"", "tick", "1")]
    [InlineData("it names no symbol", "symbol,tick")]
    public async Task A_file_of_instruments_says_where_it_is_wrong(string expected, params string[] rows)
    {
        string file = Path.Combine(_folder, "instruments.csv");
        await File.WriteAllLinesAsync(file, rows);
        (int code, string output, string error) = await RunAsync("ema-cross", "--instruments", file);
        Assert.Equal(2, code);
        Assert.Contains(expected, error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebalancing_has_a_tolerance()
    {
        BacktestResult expected = Backtest.Run(Candles, EmaCross.Rule(), new BacktestOptions { RebalanceTolerance = 0.001, Sizing = Sizing.FractionOfEquity(0.5) });
        string output = (await RunAsync("ema-cross", "--sizing", "0.5", "--rebalance", "0.001")).Output;
        Assert.Contains(expected.Manifest.ResultHash[..12], output, StringComparison.Ordinal);
        Assert.NotEqual(Backtest.Run(Candles, EmaCross.Rule(), new BacktestOptions { Sizing = Sizing.FractionOfEquity(0.5) }).Fills.Count, expected.Fills.Count);
    }

    [Theory]
    [InlineData("--tick: \"-1\" is not a number of 0 or more", "ema-cross", "--tick", "-1")]
    [InlineData("--lot: \"small\" is not a number", "ema-cross", "--lot", "small")]
    [InlineData("--rebalance -0.1: a fraction of equity", "ema-cross", "--rebalance", "-0.1")]
    [InlineData("there is no such file", "ema-cross", "--instruments", "nowhere.csv")]
    [InlineData("the nearest is 'max-drawdown'", "ema-cross", "--risk", "max-drawdwn=0.2")]
    [InlineData("A limit must be positive", "ema-cross", "--risk", "max-drawdown=0")]
    [InlineData("a number is expected", "ema-cross", "--risk", "max-drawdown")]
    [InlineData("block or flatten is expected", "ema-cross", "--risk", "at-max-drawdown=stop")]
    [InlineData("neither a fraction", "ema-cross", "--funding", "nowhere.csv")]
    [InlineData("the run has no BTC", "ema-cross", "--funding", "BTC=0.0001")]
    [InlineData("accepted is one of them", "ema-cross", "--funding", "0.0001", "--borrow", "0.01")]
    [InlineData("No strategy is given")]
    [InlineData("the nearest is 'ema-cross'", "emacros")]
    [InlineData("the nearest is 'fast'", "ema-cross", "--set", "fats=3")]
    [InlineData("holds no SYM; the nearest is 'SYN'", "ema-cross", "--symbols", "SYM")]
    [InlineData("it reaches from", "ema-cross", "--from", "2030-01-01")]
    [InlineData("the nearest is 'bybit-linear'", "ema-cross", "--fees", "bybit-linea")]
    [InlineData("the nearest is 'spread'", "ema-cross", "--slippage", "sprad:1")]
    [InlineData("the nearest is 'risk'", "ema-cross", "--sizing", "rsk:0.01")]
    [InlineData("Cash must be positive", "ema-cross", "--cash", "0")]
    [InlineData("Two strategies are given", "ema-cross", "--strategy", "macd-cross")]
    [InlineData("runs on one symbol, got 2", "ema-cross", "--symbols", "SYN,SYN2")]
    [InlineData("the folder does not exist", "ema-cross", "--data", "nowhere")]
    [InlineData("There is no assembly", "nothing.dll:Mine")]
    public async Task A_mistake_is_one_line_that_names_it(string expected, params string[] args)
    {
        CandleStore.Open(Data).Replace(MarketGenerator.Generate(new SyntheticMarketOptions
        {
            Symbols = [new SyntheticSymbol("SYN2", 100, 0.6)], Count = 50, Seed = 1, Timeframe = Timeframe.OneMinute,
        })[0]);
        (int code, string output, string error) = await RunAsync([.. args, .. args.Contains("--symbols") ? Array.Empty<string>() : ["--symbols", "SYN"]]);
        Assert.Equal(2, code);
        Assert.Contains(expected, error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_is_not_there_or_takes_other_settings_is_reported()
    {
        Assert.Contains("the nearest is 'TradeBot.Cli.Tests.HoldFrom'", (await RunAsync(Class("TradeBot.Cli.Tests.HoldForm"))).Error, StringComparison.Ordinal);
        Assert.Contains("it takes (Int32 candle, Double share = 1)", (await RunAsync(Class("HoldFrom"), "--set", "bar=1")).Error, StringComparison.Ordinal);
        Assert.Contains("'candle' is a Int32, got 1.5", (await RunAsync(Class("HoldFrom"), "--set", "candle=1.5")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_writes_nothing_and_says_so_by_its_exit_code()
    {
        string tables = Path.Combine(_folder, "tables");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using StringWriter output = new(), error = new();
        int code = await CommandLine.RunAsync(["backtest", "ema-cross", "--data", Data, "--out", tables], output, error, cancelled.Token);
        Assert.Equal(130, code);
        Assert.False(Directory.Exists(tables));
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_the_process_with_its_exit_code()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signal that one process sends another for Ctrl+C.");
        using ChildProcess process = ChildProcess.Start("dotnet", [CommandRun.Program, "backtest", Class("Endless"), "--data", Data]);
        Assert.Equal(Endless.Sign, await process.Output.ReadLineAsync().WaitAsync(ChildProcess.Patience));
        await process.InterruptAsync();
        Assert.Equal(130, await process.ExitAsync());
    }

    [Fact]
    public async Task It_works_as_a_process_of_its_own()
    {
        CommandRun run = await CommandRun.OfAsync("backtest", "ema-cross", "--data", Data, "--symbols", "SYN", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    private string Data => Path.Combine(_folder, "data");

    private static string Class(string name) => $"{typeof(HoldFrom).Assembly.Location}:{name}";

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) =>
        Cli.RunAsync(["backtest", .. args, .. args.Contains("--data") ? Array.Empty<string>() : ["--data", Data]]);
}
