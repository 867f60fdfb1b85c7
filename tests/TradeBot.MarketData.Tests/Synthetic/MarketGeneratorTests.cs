namespace TradeBot.MarketData.Tests;

public class MarketGeneratorTests
{
    private static readonly SyntheticMarketOptions Options = new()
    {
        Seed = 11,
        Count = 3_000,
        Symbols =
        [
            new SyntheticSymbol("ONE", 250, 0.6) { TickSize = 0.05m },
            new SyntheticSymbol("TWO", 0.4, 1.2) { TickSize = 0.0001m, LotSize = 1m, Correlation = 0.5 },
        ],
    };

    [Fact]
    public void Same_seed_gives_the_same_bits()
    {
        Assert.Equal(Hashes(Options), Hashes(Options));
        Assert.NotEqual(Hashes(Options), Hashes(Options with { Seed = 12 }));
    }

    [Fact]
    public void More_candles_do_not_change_the_earlier_ones()
    {
        SyntheticMarket shorter = MarketGenerator.Generate(Options);
        SyntheticMarket longer = MarketGenerator.Generate(Options with { Count = 4_000 });

        Assert.Equal(
            shorter.Select(series => series.ContentHash),
            longer.Select(series => series.Slice(0, 3_000).ContentHash));
    }

    [Fact]
    public void More_symbols_do_not_change_the_others()
    {
        SyntheticMarket alone = MarketGenerator.Generate(Options with { Symbols = [Options.Symbols[1]] });

        Assert.Equal(MarketGenerator.Generate(Options)["TWO"].ContentHash, alone["TWO"].ContentHash);
    }

    [Fact]
    public void Candles_are_valid_on_the_tick_grid_and_on_the_time_grid()
    {
        foreach (CandleSeries series in MarketGenerator.Generate(Options))
        {
            decimal tick = series.Symbol == "ONE" ? 0.05m : 0.0001m;
            Assert.All(series, candle =>
            {
                Assert.True(candle.Low > 0 && candle.Volume > 0);
                Assert.True(candle.Low <= Math.Min(candle.Open, candle.Close));
                Assert.True(candle.High >= Math.Max(candle.Open, candle.Close));
                Assert.All(
                    (double[])[candle.Open, candle.High, candle.Low, candle.Close],
                    price => Assert.Equal(0m, (decimal)price % tick));
                Assert.InRange(candle.Turnover / candle.Volume, candle.Low * 0.999999, candle.High * 1.000001);
            });
            Assert.Equal(3_000, series.Count);
            Assert.Empty(series.Gaps());
            Assert.Equal(Options.Start, series.OpenTimeAt(0));
        }
    }

    [Fact]
    public void Prices_are_the_doubles_nearest_to_their_decimal_form()
    {
        foreach (double price in MarketGenerator.Generate(Options)["ONE"].Close)
            Assert.True(price.ToString(System.Globalization.CultureInfo.InvariantCulture).Length <= 6, $"{price:R}");
    }

    [Fact]
    public void An_outage_takes_candles_out_and_changes_no_other()
    {
        CandleSeries whole = MarketGenerator.Generate(Options)["ONE"];
        var outage = new Outage(whole.OpenTimeAt(100), whole.OpenTimeAt(130));
        CandleSeries holed = MarketGenerator.Generate(Options with { Symbols = [Options.Symbols[0] with { Outages = [outage] }] })["ONE"];

        Assert.Equal([new CandleGap(whole.OpenTimeAt(99), whole.OpenTimeAt(130), 30)], holed.Gaps());
        Assert.Equal(whole.Slice(130, 2_870).ContentHash, holed.Slice(100, 2_870).ContentHash);
    }

    [Fact]
    public void Any_timeframe_of_fixed_length_is_generated_on_its_grid()
    {
        foreach (Timeframe timeframe in Timeframe.Usual.Where(t => t.HasFixedLength && t != Timeframe.OneWeek))
        {
            CandleSeries series = MarketGenerator.Single(50, 3, timeframe);
            Assert.All(series.OpenTimes.ToArray(), time => Assert.Equal(time, timeframe.OpenOf(time)));
            Assert.Empty(series.Gaps());
        }
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        Assert.Equal("Symbols", Parameter(Options with { Symbols = [] }));
        Assert.Equal("Symbols", Parameter(Options with { Symbols = [Options.Symbols[0], Options.Symbols[0]] }));
        Assert.Equal("Timeframe", Parameter(Options with { Timeframe = Timeframe.OneMonth }));
        Assert.Equal("Start", Parameter(Options with { Start = new DateTime(2024, 1, 1, 0, 0, 30, DateTimeKind.Utc) }));
        Assert.Equal("Count", Parameter(Options with { Count = -1 }));
        Assert.Equal("TailDegrees", Parameter(Options with { TailDegrees = 2 }));
        Assert.Equal("JumpSize", Parameter(Options with { JumpsPerDay = 2, JumpSize = 1 }));
        Assert.Equal("StartPrice", Parameter(Options with { Symbols = [Options.Symbols[0] with { StartPrice = double.NaN }] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlantedEdge(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outage(Options.Start, Options.Start));
        Assert.Throws<ArgumentException>(() => MarketGenerator.Generate(Options)["THREE"]);

        static string? Parameter(SyntheticMarketOptions options) =>
            Assert.ThrowsAny<ArgumentException>(() => MarketGenerator.Generate(options)).ParamName;
    }

    private static string[] Hashes(SyntheticMarketOptions options) =>
        [.. MarketGenerator.Generate(options).Select(series => series.ContentHash)];
}
