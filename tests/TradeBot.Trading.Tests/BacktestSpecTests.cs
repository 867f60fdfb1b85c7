using FsCheck;
using FsCheck.Fluent;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public sealed class BacktestSpecTests : IDisposable
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(3_000, seed: 4);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Any_run_reads_back_as_the_same_data_and_gives_the_same_result() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            BacktestResult run = RandomRuns.Run(seed);
            var read = BacktestSpec.Parse(run.Spec.ToJson());

            Assert.Equal(run.Spec.ToJson(), read.ToJson());
            Assert.Equal(run.Spec.Hash, read.Hash);
            if (read.WhyNotRepeatable is null)
                Assert.Equal(run.Manifest.ResultHash, read.Run([.. run.Series, .. run.Options.IntrabarCandles]).Manifest.ResultHash);
            else
                Assert.Equal(run.Manifest.ResultHash, RandomRuns.Run(seed, _ => read.Terms).Manifest.ResultHash);
        }));

    public static TheoryData<string> Library => [.. StrategyLibrary.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Library))]
    public async Task Every_strategy_of_the_library_runs_again_from_the_file(string name)
    {
        CandleStore store = CandleStore.Open(_folder);
        store.Replace(Candles);
        CandleSeries candles = Candles.Resample(Timeframe.FiveMinutes);
        BacktestResult run = Backtest.Run([candles], StrategyLibrary.Find(name).Create(), new BacktestOptions { IntrabarCandles = [Candles] });
        string file = Path.Combine(_folder, "a.run.json");
        run.Spec.Save(file);

        BacktestResult again = await BacktestSpec.Load(file).RunAsync(CandleStore.Open(_folder));

        Assert.Equal(run.Manifest.ResultHash, again.Manifest.ResultHash);
        Assert.Equal(run.Strategy, again.Strategy);
        Assert.Equal(run.Spec, again.Spec);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_class_that_tells_its_parameters_is_data(bool allowShort)
    {
        BacktestResult run = Backtest.Run(Candles, new SmaCross(5, 20, allowShort));

        Assert.IsType<ClassSpec>(run.Spec.Strategy);
        Assert.Equal(run.Manifest.ResultHash, BacktestSpec.Parse(run.Spec.ToJson()).Run([Candles]).Manifest.ResultHash);
        Assert.IsType<ClassSpec>(Backtest.Run(Candles, new BuyAndHold()).Spec.Strategy);
    }

    [Fact]
    public async Task Code_runs_and_says_plainly_that_a_file_cannot_repeat_it()
    {
        BacktestResult run = Backtest.Run(Candles, Strategy.Of("mine", () => candle => candle.Close > candle.Open ? 1 : 0));

        var read = BacktestSpec.Parse(run.Spec.ToJson());
        Assert.Equal("The strategy \"mine\" is code that no file names: it cannot be repeated from this file.", read.WhyNotRepeatable);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => read.RunAsync(CandleStore.Open(_folder)));
        Assert.Equal(read.WhyNotRepeatable, error.Message);
        Assert.Contains("cannot be repeated", run.Manifest.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_candles_than_those_of_the_run_are_refused()
    {
        BacktestSpec spec = Backtest.Run(Candles, EmaCross.Rule(5, 20)).Spec;
        CandleStore store = CandleStore.Open(_folder);
        Assert.Contains("holds no candles SYN 1m from 2024-01-01 00:00", (await Assert.ThrowsAsync<InvalidDataException>(() => spec.RunAsync(store))).Message, StringComparison.Ordinal);

        store.Replace(MarketGenerator.Single(3_000, seed: 5));
        Assert.Contains("holds other candles SYN 1m", (await Assert.ThrowsAsync<InvalidDataException>(() => spec.RunAsync(store))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cash\": 10000", "\"cash\": -5", "Cash must be positive")]
    [InlineData("\"cash\": 10000", "\"cash\": \"much\"", "terms.cash is \"much\": ")]
    [InlineData("\"cash\": 10000", "\"cahs\": 10000", "'cahs' could not be mapped")]
    [InlineData("\"leverage\": 1", "\"leverage\": 0.5", "Leverage must be finite and at least 1. (Parameter 'value') Actual value was 0.5.")]
    [InlineData("\"kind\": \"fraction\"", "\"kind\": \"fractoin\"", "terms.sizing: There is no sizing of the kind \"fractoin\"; the nearest is \"fraction\".")]
    [InlineData("\"bps\": 1", "\"bp\": 1", "terms.slippage: Slippage is one number by its model (bps, spread, volumeShare, impact), such as {\"bps\": 1}; found {\"bp\":1}.")]
    [InlineData("\"path\": \"pessimistic\"", "\"path\": \"worst\"", "terms.path is \"worst\": ")]
    [InlineData("\"funding\": {}", "\"funding\": { \"SYN\": [ \"noon 1\" ] }", "terms.funding.SYN[0] is \"noon 1\": A funding rate is a time and a fraction")]
    [InlineData("TradeBot backtest 1", "TradeBot backtest 9", "expected \"format\": \"TradeBot backtest 1\", found \"TradeBot backtest 9\".")]
    [InlineData("{", "{{", "'{' is an invalid start of a property name.")]
    public void A_bad_file_is_told_with_file_place_and_value(string good, string bad, string expected)
    {
        string json = Backtest.Run(Candles, EmaCross.Rule(5, 20)).Spec.ToJson(), file = Path.Combine(_folder, "bad.run.json");
        int place = json.IndexOf(good, StringComparison.Ordinal);
        Assert.True(place >= 0, json);
        File.WriteAllText(file, json[..place] + bad + json[(place + good.Length)..]);

        string message = Assert.Throws<InvalidDataException>(() => BacktestSpec.Load(file)).Message;
        Assert.StartsWith(file + ": ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_copy_is_another_spec()
    {
        BacktestSpec spec = Backtest.Run(Candles, EmaCross.Rule(5, 20)).Spec, dear = spec with { Terms = spec.Terms with { Fees = new FeeSchedule(0.01m, 0.01m) } };

        Assert.NotEqual(spec.Hash, dear.Hash);
        Assert.NotEqual(spec, dear);
        Assert.Equal(0.01m, BacktestSpec.Parse(dear.ToJson()).Terms.Fees.Taker);
    }

    [Fact]
    public void Terms_by_symbol_tier_and_bracket_read_back()
    {
        var terms = new BacktestOptions
        {
            Fees = Fees.Bybit.LinearByVolume,
            Latency = Latency.Uniform(TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(1.5), seed: -3),
            Margin = new Margin
            {
                LeverageOf = new Dictionary<string, double> { ["SYN"] = 1.0 / 3 + 1 },
                BracketsOf = new Dictionary<string, IReadOnlyList<MarginBracket>> { ["SYN"] = [new(0, 0.1, 3), new(1e9, 0.2, 1.5)] },
            },
            Borrow = new Dictionary<string, BorrowRate> { ["SYN"] = BorrowRate.PerDay(0.0005m) },
            Instruments = new Dictionary<string, Instrument> { ["SYN"] = new("SYN", InstrumentKind.Spot, 0.010m, 1e-8m, 5m, 1m) },
            OtherInstruments = new Instrument("", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m),
            Benchmark = "SYN",
        };

        var read = BacktestSpec.Parse(BacktestSpec.Of(new LibrarySpec("ema-cross", new Dictionary<string, double>()), [Candles], terms).ToJson());

        Assert.Equal(terms.Fees.ToString(), read.Terms.Fees.ToString());
        Assert.Equal(terms.Latency, read.Terms.Latency);
        Assert.Equal(terms.Margin.ToString(), read.Terms.Margin.ToString());
        Assert.Equal(terms.Borrow, read.Terms.Borrow);
        Assert.Equal(terms.Instruments, read.Terms.Instruments);
        Assert.Equal("0.010", read.Terms.Instruments["SYN"].TickSize.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(terms.OtherInstruments, read.Terms.OtherInstruments);
        Assert.Equal("SYN", read.Terms.Benchmark);
    }

    [Fact]
    public void Every_term_is_written_and_read()
    {
        string[] terms = [.. typeof(BacktestOptions).GetProperties().Where(p => p is { CanWrite: true, Name: not nameof(BacktestOptions.IntrabarCandles) }).Select(p => p.Name)];
        var spec = BacktestSpec.Of(new LibrarySpec("ema-cross", new Dictionary<string, double>()), [Candles], new BacktestOptions { Benchmark = "SYN", OtherInstruments = Instrument.Default("") });
        using var json = System.Text.Json.JsonDocument.Parse(spec.ToJson());

        Assert.Equal(terms.Order(StringComparer.OrdinalIgnoreCase), json.RootElement.GetProperty("terms").EnumerateObject().Select(p => p.Name), StringComparer.OrdinalIgnoreCase);
    }
}
