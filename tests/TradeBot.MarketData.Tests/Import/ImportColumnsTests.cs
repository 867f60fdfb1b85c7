using static TradeBot.MarketData.Tests.Import.ImportText;

namespace TradeBot.MarketData.Tests.Import;

/// <summary>Columns are known by exact names, and a turnover only where it is the traded value.</summary>
public class ImportColumnsTests
{
    [Fact]
    public void TradingViews_moving_average_of_the_volume_is_no_turnover()
    {
        ImportResult read = Read(
            "BINANCE_BTCUSDT_1h.csv", "time,open,high,low,close,Volume,Volume MA\n1704067200,42000,42100,41900,42050,100,95\n1704070800,42050,42200,42000,42100,120,97\n");

        Assert.False(read.Table.HasTurnover);
        Assert.Equal([100, 120], read.Table.Volume.ToArray());
        read.AssertSaid("volume is 'Volume'", "there is no turnover", "Columns not used: 'Volume MA'");
    }

    [Fact]
    public void Krakens_seventh_column_is_the_number_of_trades()
    {
        ImportResult read = Read("XBTUSD_60.csv", "1704067200,42000,42100,41900,42050,1.5,310\n1704070800,42050,42200,42000,42100,2.5,420\n", new ImportOptions { Symbol = "XBTUSD" });

        Assert.False(read.Table.HasTurnover);
        Assert.Equal([1.5, 2.5], read.Table.Volume.ToArray());
        read.AssertSaid("'field 7' is not used as turnover");
    }

    [Fact]
    public void Krakens_answer_has_the_average_price_before_the_volume()
    {
        ImportResult read = Read(
            "XBTUSD_1h.json",
            """{"error":[],"result":{"XXBTZUSD":[[1704067200,"42000","42100","41900","42050","42010.5","1.5",310],[1704070800,"42050","42200","42000","42100","42080.1","2.5",420]],"last":1704070800}}""");

        Assert.Equal([1.5, 2.5], read.Table.Volume.ToArray());
        Assert.False(read.Table.HasTurnover);
    }

    [Theory]
    [InlineData("volume_usd")]
    [InlineData("Volume USDT")]
    [InlineData("usd_volume")]
    public void A_lone_volume_in_quote_currency_is_not_the_volume(string column)
    {
        ImportResult read = Read("BTCUSDT_1h.csv", $"time,open,high,low,close,{column}\n1704067200,42000,42100,41900,42050,4200000\n1704070800,42050,42200,42000,42100,5000000\n");

        Assert.True(read.LacksVolume);
        Assert.False(read.Table.HasTurnover);
    }

    [Fact]
    public void A_volume_in_the_symbols_base_currency_is_the_volume_even_when_it_stands_second()
    {
        ImportResult read = Read("ETHBTC_1h.csv", "time,open,high,low,close,Volume BTC,Volume ETH\n1704067200,0.05,0.06,0.04,0.055,5,100\n1704070800,0.05,0.06,0.04,0.055,11,200\n");

        Assert.Equal([100, 200], read.Table.Volume.ToArray());
        Assert.Equal([5, 11], read.Table.Turnover.ToArray());
    }

    [Theory]
    [InlineData("55", "70", true)]
    [InlineData("55", "700", false)] // one of two rows is not nearly every row
    [InlineData("5", "6", false)]
    public void A_turnover_must_be_a_price_times_the_volume(string first, string second, bool taken) => Assert.Equal(
        taken,
        Read("X_1m.csv", $"time,open,high,low,close,volume,turnover\n1704067200,10,12,9,11,5,{first}\n1704067260,11,13,10,12,6,{second}\n").Table.HasTurnover);

    [Fact]
    public void A_swap_of_OKX_counts_contracts_and_the_coins_are_the_volume()
    {
        ImportResult read = Read(
            "x.csv",
            "ts,instId,o,h,l,c,vol,volCcy,volCcyQuote,confirm\n1704067200000,BTC-USDT-SWAP,42000,42100,41900,42050,1000,10,420000,1\n1704070800000,BTC-USDT-SWAP,42050,42200,42000,42100,2000,20,842000,1\n");

        Assert.Equal([10, 20], read.Table.Volume.ToArray());
        Assert.Equal([420000, 842000], read.Table.Turnover.ToArray());
        Assert.Equal("BTC-USDT-SWAP", read.Table.Symbol);
        read.AssertSaid("taken from 'volCcy', not 'vol'");
    }

    [Fact]
    public void The_validator_finds_a_turnover_that_is_none()
    {
        double[] price = [42000, 42000, 42000], volume = [100, 120, 90];
        var wrong = new CandleTable("X", Timeframe.OneHour, new long[] { 0, 3_600_000, 7_200_000 }, price, price, price, price, volume, new double[] { 95, 97, 96 });
        var right = new CandleTable("X", Timeframe.OneHour, new long[] { 0, 3_600_000, 7_200_000 }, price, price, price, price, volume, new double[] { 4_200_000, 5_040_000, 3_780_000 });

        CandleDefect defect = Assert.Single(wrong.Validate().Of(DefectKind.TurnoverMismatch));
        Assert.Equal((DefectSeverity.Error, 3L), (defect.Severity, defect.Count));
        Assert.Empty(right.Validate().Of(DefectKind.TurnoverMismatch));

        // An inverse contract: quantity in dollars, value in coins.
        var inverse = new CandleTable("X", Timeframe.OneHour, new long[] { 0, 3_600_000, 7_200_000 }, price, price, price, price, new double[] { 42_000, 84_000, 0 }, new double[] { 1, 2, 0 });
        Assert.Empty(inverse.Validate().Of(DefectKind.TurnoverMismatch));
    }

    [Fact]
    public void Coinbase_gives_low_high_open_close()
    {
        ImportResult read = Read("BTC-USD_1h.json", "[[1704070800,41000,43000,42000,42500,7],[1704067200,40000,42500,41000,42000,5]]");

        Assert.Equal(new Candle(Utc(2024, 1, 1), 41000, 42500, 40000, 42000, 5, double.NaN), read.Rows()[0]);
        read.AssertSaid("Coinbase", "newest first");
    }

    [Fact]
    public void Bitfinex_gives_open_close_high_low()
    {
        ImportResult read = Read("BTCUSD_1h.json", "[[1704067200000,41000,42000,42500,40000,5],[1704070800000,42000,41500,43000,41000,7]]");

        Assert.Equal([42500, 43000], read.Table.High.ToArray());
        Assert.Equal([42000, 41500], read.Table.Close.ToArray());
    }

    [Fact]
    public void Objects_in_JSON_are_read_by_their_names()
    {
        ImportResult read = Read(
            "x.json",
            """{"result":{"symbol":"ETHUSDT","category":"spot","list":[{"close":11,"open":"10","high":12,"low":9,"volume":5,"start":1704067200000},{"start":1704070800000,"open":11,"high":13,"low":10,"close":12,"volume":6}]}}""");

        Assert.Equal(("ETHUSDT", Timeframe.OneHour), (read.Table.Symbol, read.Table.Timeframe));
        Assert.Equal([11, 12], read.Table.Close.ToArray());
    }

    [Fact]
    public void Yahoos_library_writes_three_lines_of_header()
    {
        ImportResult read = Read(
            "x.csv", "Price,Close,High,Low,Open,Volume\nTicker,AAPL,AAPL,AAPL,AAPL,AAPL\nDate,,,,,\n2024-01-02,185,188,183,187,100\n2024-01-03,184,186,183,184.5,90\n");

        Assert.Equal(new Candle(Utc(2024, 1, 2), 187, 188, 183, 185, 100, double.NaN), read.Rows()[0]);
        Assert.Equal("AAPL", read.Table.Symbol);
        CandleDataException wide = Refused("x.csv", "Price,Close,Close,High,High,Low,Low,Open,Open,Volume,Volume\nTicker,A,B,A,B,A,B,A,B,A,B\nDate,,,,,,,,,,\n2024-01-02,1,1,1,1,1,1,1,1,1,1\n");
        Assert.Equal((2L, "A,B"), (wide.Row, wide.Value));
    }

    [Theory]
    [InlineData("Moment,Open,High,Low,Close,Volume\n2024-01-02,1,2,1,2,5\n")]
    [InlineData("Date,First,Highest,Lowest,Last,Amount\n2024-01-02,1,2,1,2,5\n")]
    public void A_header_that_is_not_understood_is_refused_not_guessed(string text) => Assert.Equal(1, Refused("X_1d.csv", text).Row);

    [Fact]
    public void Adjusted_close_is_offered_and_taken_when_asked_for()
    {
        const string Text = "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,100,110,90,100,50,7\n2024-01-03,104,112,96,108,54,8\n";
        ImportResult read = Read("AAPL_1d.csv", Text), adjusted = Read("AAPL_1d.csv", Text, new ImportOptions { UseAdjustedClose = true });

        Assert.Equal([100, 108], read.Table.Close.ToArray());
        read.AssertSaid("'Adj Close' is not used", "--adjusted");
        Assert.Equal([new Candle(Utc(2024, 1, 2), 50, 55, 45, 50, 7, double.NaN), new Candle(Utc(2024, 1, 3), 52, 56, 48, 54, 8, double.NaN)], adjusted.Rows());
        Assert.Throws<ArgumentException>(() => Read("X_1d.csv", "Date,Open,High,Low,Close,Volume\n2024-01-02,1,2,1,2,5\n", new ImportOptions { UseAdjustedClose = true }));
    }

    [Fact]
    public void The_volume_column_can_be_named_or_done_without()
    {
        const string Text = "time,open,high,low,close,Shares,Lots\n1704067200,10,12,9,11,500,5\n1704067260,11,13,10,12,600,6\n";

        Assert.True(Read("X_1m.csv", Text).LacksVolume);
        Assert.Equal([500, 600], Read("X_1m.csv", Text, new ImportOptions { VolumeColumn = "shares" }).Table.Volume.ToArray());
        Assert.Equal([0, 0], Read("X_1m.csv", Text, new ImportOptions { VolumeColumn = ImportOptions.NoVolume }).Table.Volume.ToArray());
        Assert.Contains("Shares", Assert.Throws<ArgumentException>(() => Read("X_1m.csv", Text, new ImportOptions { VolumeColumn = "pieces" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_more_fields_than_the_others_is_unreadable()
    {
        ImportResult read = Read("X_1m.csv", "1704067200,10,12,9,11,5\n1704067260,1,000,12,9,11,5\n1704067320,10,12,9,11,5\n");

        Assert.Equal(2, Assert.Single(read.Unreadable).Line);
        Assert.Equal(2, read.Table.Count);
    }
}
