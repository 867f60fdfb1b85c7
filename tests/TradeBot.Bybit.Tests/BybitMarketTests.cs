using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Exchanges.Tests;

public sealed class BybitMarketTests : IAsyncLifetime
{
    private static readonly CandleSeries[] s_candles = LocalExchange.Minutes(3000, 1, "AAAUSDT", "BBBUSDT");

    private BybitEmulator _emulator = null!;
    private BybitExchange _exchange = null!;

    public async Task InitializeAsync()
    {
        _emulator = await LocalExchange.StartAsync(s_candles);
        _exchange = LocalExchange.Client(_emulator);
    }

    public async Task DisposeAsync()
    {
        _exchange.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Time_is_the_exchanges() => Assert.Equal(_emulator.Now, await _exchange.TimeAsync());

    [Theory]
    [InlineData(BybitCategory.Spot, InstrumentKind.Spot)]
    [InlineData(BybitCategory.Linear, InstrumentKind.Linear)]
    [InlineData(BybitCategory.Inverse, InstrumentKind.Inverse)]
    public async Task Instruments_have_their_rules(BybitCategory category, InstrumentKind kind)
    {
        IReadOnlyList<BybitInstrument> instruments = await _exchange.Market(category).InstrumentsAsync();
        Assert.Equal(["AAAUSDT", "BBBUSDT"], instruments.Select(i => i.Symbol));
        Assert.Equal((kind, 0.01m, 0.001m, true), (instruments[0].Instrument.Kind, instruments[0].Instrument.TickSize, instruments[0].Instrument.LotSize, instruments[0].IsTrading));
        Assert.Equal(category == BybitCategory.Spot ? null : TimeSpan.FromHours(8), instruments[0].FundingInterval);
    }

    [Theory]
    [InlineData(BybitCategory.Spot, 0.001)]
    [InlineData(BybitCategory.Linear, 0.00055)]
    public async Task A_category_is_an_exchange(BybitCategory category, double taker)
    {
        IExchange exchange = _exchange.Market(category);
        Assert.Equal((decimal)taker, exchange.Fees.Taker);
        Assert.Equal((await _exchange.Market(category).InstrumentsAsync()).Select(listed => listed.Instrument), await exchange.InstrumentsAsync());
        Assert.Equal((exchange.Name, _emulator.Now), (exchange.Stream().Name, await exchange.TimeAsync()));
        Assert.Contains(Timeframe.OneHour, exchange.Timeframes!);
    }

    [Fact]
    public async Task Tickers_agree_with_the_candles()
    {
        BybitTicker ticker = await _exchange.Linear.TickerAsync("AAAUSDT");
        IReadOnlyList<BybitTicker> all = await _exchange.Linear.TickersAsync();
        Assert.Equal(ticker, all[0]);
        Assert.Equal(2, all.Count);
        CandleSeries day = s_candles[0].Slice(3000 - 1440, 1440); // at the middle of the last minute, the day's first one has just begun
        Assert.InRange((double)ticker.High24h!.Value, day.High.ToArray()[..^1].Max(), day.High.ToArray().Max());
        Assert.True(ticker.BidPrice < ticker.AskPrice);
    }

    [Fact]
    public async Task The_order_book_is_sorted_and_not_crossed()
    {
        BybitOrderBook book = await _exchange.Linear.OrderBookAsync("BBBUSDT", depth: 50);
        Assert.Equal((50, 50), (book.Bids.Count, book.Asks.Count));
        Assert.Equal(book.Bids.OrderByDescending(l => l.Price), book.Bids);
        Assert.Equal(book.Asks.OrderBy(l => l.Price), book.Asks);
        Assert.True(book.Bids[0].Price < book.Asks[0].Price);
    }

    [Fact]
    public async Task Recent_trades_come_oldest_first()
    {
        IReadOnlyList<BybitTrade> trades = await _exchange.Linear.RecentTradesAsync("AAAUSDT");
        Assert.Equal(1000, trades.Count);
        Assert.Equal(trades.OrderBy(t => t.Trade.Time), trades);
        Assert.Equal(60, (await _exchange.Spot.RecentTradesAsync("AAAUSDT")).Count);
    }

    [Fact]
    public async Task Funding_history_is_whole_and_oldest_first()
    {
        CandleSeries days = LocalExchange.Minutes(200 * 1440, 3, "CCCUSDT")[0];
        await using BybitEmulator emulator = await LocalExchange.StartAsync([days]);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        IReadOnlyList<BybitFunding> rates = await exchange.Linear.FundingAsync("CCCUSDT", LocalExchange.Start, LocalExchange.Start.AddDays(150));

        Assert.Equal(450, rates.Count); // three a day, over three pages
        Assert.Equal(Enumerable.Range(0, 450).Select(i => LocalExchange.Start.AddHours(8 * i)), rates.Select(r => r.Time));
        await Assert.ThrowsAsync<ArgumentException>(() => exchange.Spot.FundingAsync("CCCUSDT", LocalExchange.Start, LocalExchange.Start.AddDays(1)));
    }

    [Theory]
    [InlineData(BybitPrice.Mark)]
    [InlineData(BybitPrice.Index)]
    [InlineData(BybitPrice.Premium)]
    public async Task Price_candles_have_no_volume(BybitPrice price)
    {
        List<CandleSeries> pieces = [];
        await foreach (CandleSeries piece in _exchange.Linear.PriceCandlesAsync(price, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start, LocalExchange.Start.AddHours(30)))
            pieces.Add(piece);
        Assert.Equal(1800, pieces.Sum(p => p.Count));
        Assert.All(pieces, piece => Assert.True(double.IsNaN(piece.Volume[0]) && !piece.HasTurnover));
        Assert.Equal(price == BybitPrice.Premium ? -0.0005 : s_candles[0].Open[0], pieces[0].Open[0]);
    }

    [Fact]
    public async Task The_key_is_checked_and_the_clock_set_when_it_is_wrong()
    {
        var credentials = new BybitCredentials("TESTKEY0001", "TESTSECRET0001");
        await using BybitEmulator emulator = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = s_candles, Credentials = credentials });
        using BybitExchange exchange = LocalExchange.Client(emulator, options => options with { Credentials = credentials });

        // The exchange lives in 2024, the client does not: the first signature is refused with 10002.
        BybitKey key = await exchange.KeyAsync();
        Assert.Contains("ContractTrade.Order", key.Permissions);
        Assert.Equal(3, exchange.RequestsSent); // refused, time, again
        await exchange.KeyAsync();
        Assert.Equal(4, exchange.RequestsSent);
    }

    [Fact]
    public async Task More_instruments_than_fit_a_page_are_all_found()
    {
        CandleSeries one = s_candles[0].Slice(0, 10);
        CandleSeries[] many = [.. Enumerable.Range(0, 1234).Select(i => Named(one, $"S{i:0000}USDT"))];
        await using BybitEmulator emulator = await LocalExchange.StartAsync(many);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        Assert.Equal(many.Select(s => s.Symbol), (await exchange.Linear.InstrumentsAsync()).Select(i => i.Symbol));
        Assert.Equal(2, exchange.RequestsSent);
    }

    internal static CandleSeries Named(CandleSeries series, string symbol) => new(
        symbol, series.Timeframe, series.OpenTimes.ToArray(), series.Open.ToArray(), series.High.ToArray(), series.Low.ToArray(),
        series.Close.ToArray(), series.Volume.ToArray(), series.Turnover.ToArray());
}
