using System.Text.Json;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Cli.Tests;

public sealed class ExchangeCommandTests : IAsyncLifetime
{
    private static readonly DateTime s_start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;
    private BybitEmulator _exchange = null!;

    public async Task InitializeAsync() => _exchange = await BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = [.. MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [new("AAAUSDT", 100, 0.6), new("BBBUSDT", 10, 0.6)], Seed = 1, Count = 4320 })],
        Start = s_start.AddDays(2),
        Speed = 600,
        PushInterval = TimeSpan.FromMilliseconds(20),
    });

    public async Task DisposeAsync()
    {
        await _exchange.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("--key", "mine", "set the environment variable TRADEBOT_NO_SUCH_SECRET")]
    [InlineData("--money", "USDT", "is not a coin and an amount such as USDT:100000")]
    [InlineData("--order-faults", "worst", "accepted are none, answers")]
    public async Task An_account_that_cannot_be_is_refused(string option, string value, string reason)
    {
        (int code, _, string error) = await Cli.RunAsync("exchange", "--port", "0", "--days", "1", "--secret-from", "TRADEBOT_NO_SUCH_SECRET", option, value);
        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_then_stream_leave_one_unbroken_series()
    {
        (int code, string output, string error) = await Cli.RunAsync("fetch", "AAAUSDT,BBBUSDT", "1m,1h", "--from", "2024-01-01", "--exchange", _exchange.Address, "--store", _folder);
        Assert.True(code == 0, error);
        Assert.Contains("4 of 4: ", output, StringComparison.Ordinal);
        Assert.Contains("Bybit linear: 4 series, ", output, StringComparison.Ordinal);
        Assert.Contains(" 0 missing", output, StringComparison.Ordinal);
        int fetched = CandleStore.Open(_folder).Load("AAAUSDT", Timeframe.OneMinute).Count;

        (code, output, error) = await Cli.RunAsync("stream", "AAAUSDT", "1m", "--candles", "12", "--exchange", _exchange.Address, "--store", _folder);
        Assert.True(code == 0, error);
        Assert.Equal(12, output.TrimEnd().Split('\n').Length);
        CandleSeries stored = CandleStore.Open(_folder).Load("AAAUSDT", Timeframe.OneMinute);
        Assert.True(stored.Count >= fetched + 12);
        Assert.Equal(_exchange.Closed("AAAUSDT", Timeframe.OneMinute).Slice(0, stored.Count).ContentHash, stored.ContentHash);
    }

    [Fact]
    public async Task Stream_keeps_as_many_candles_as_requested()
    {
        (int code, _, string error) = await Cli.RunAsync("stream", "AAAUSDT,BBBUSDT", "1m", "--candles", "20", "--keep", "5", "--exchange", _exchange.Address, "--store", _folder);
        Assert.True(code == 0, error);
        Assert.Equal(5, CandleStore.Open(_folder).Load("AAAUSDT", Timeframe.OneMinute).Count);
    }

    [Fact]
    public async Task Fetch_of_all_symbols_finds_them_and_prints_json_for_a_program()
    {
        (int code, string output, _) = await Cli.RunAsync("fetch", "1h", "--all-symbols", "--from", "2024-01-01", "--to", "2024-01-02", "--json", "--exchange", _exchange.Address, "--store", _folder);
        Assert.Equal(0, code);
        using JsonDocument report = JsonDocument.Parse(output);
        Assert.Equal(["AAAUSDT:24", "BBBUSDT:24"], report.RootElement.GetProperty("series").EnumerateArray().Select(s => $"{s.GetProperty("symbol").GetString()}:{s.GetProperty("held").GetInt32()}"));
    }

    [Theory]
    [InlineData("'AAA' is not a linear symbol", "fetch", "AAA", "1m", "--from", "2024-01-01")]
    [InlineData("\"7x\" is not a timeframe", "fetch", "AAAUSDT", "7x", "--from", "2024-01-01")]
    [InlineData("Give timeframes", "fetch", "AAAUSDT", "--from", "2024-01-01")]
    [InlineData("leave out \"AAAUSDT\"", "fetch", "AAAUSDT", "1m", "--all-symbols", "--from", "2024-01-01")]
    [InlineData("kline.1.NOSUCH", "stream", "NOSUCH", "1m")]
    public async Task A_mistake_is_one_sentence(string sentence, params string[] command)
    {
        (int code, _, string error) = await Cli.RunAsync([.. command, "--exchange", _exchange.Address, "--store", _folder]);
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Exchange_as_a_process_of_its_own_serves_until_its_input_ends()
    {
        CommandRun run = await CommandRun.OfAsync("exchange", "--port", "0", "--symbols", "2", "--days", "2", "--speed", "0", "--until-input-ends");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^local exchange at http://127\.0\.0\.1:\d+\r?\n", run.Output);
        Assert.Contains("2 series of 2 symbols; it is 2024-01-02 23:59 UTC there", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_names_the_faults_it_knows()
    {
        (int code, _, string error) = await Cli.RunAsync("exchange", "--port", "0", "--faults", "worst");
        Assert.Equal(2, code);
        Assert.Contains("accepted are none, latency", error, StringComparison.Ordinal);
    }
}
