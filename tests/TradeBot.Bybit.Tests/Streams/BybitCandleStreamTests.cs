using System.Diagnostics;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests.Streams;

public class BybitCandleStreamTests
{
    private const int Candles = 4000;

    private static readonly string[] s_symbols = ["AAAUSDT", "BBBUSDT"];

    [Theory]
    [InlineData("none")]
    [InlineData("sockets")]
    [InlineData("messages")]
    [InlineData("errors")]
    [InlineData("limits")]
    [InlineData("halts")]
    [InlineData("chaos")]
    public async Task Each_closed_candle_comes_exactly_once_and_in_order(string scenario)
    {
        await using BybitEmulator emulator = await StartAsync(FaultScenario.Named(scenario, seed: 3));
        using BybitExchange exchange = LocalExchange.Client(emulator);
        Dictionary<string, List<Candle>> closed = await ListenAsync(exchange, perSymbol: 120);

        foreach (string symbol in s_symbols)
        {
            List<Candle> got = closed[symbol];
            CandleSeries served = emulator.Closed(symbol, Timeframe.OneMinute);
            Assert.Equal(served.Between(got[0].OpenTime, got[^1].OpenTime.AddMinutes(1)).ToArray(), got);
        }
    }

    [Fact]
    public async Task A_silent_socket_is_noticed_soon_after_the_first_ping_without_an_answer()
    {
        // The first two connections fall silent. After each, one ping remains unanswered: 1 s at most until it is sent, 0.2 s until it is missed.
        await using BybitEmulator emulator = await StartAsync(new FaultScenario { Seed = 3, Silence = 1 });
        using BybitExchange exchange = LocalExchange.Client(emulator, options => options with
        {
            Resilience = options.Resilience with { Heartbeat = TimeSpan.FromSeconds(1), PongTimeout = TimeSpan.FromSeconds(0.2) },
        });
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        long begun = Stopwatch.GetTimestamp();
        await foreach (CandleUpdate _ in exchange.Linear.Stream().SubscribeAsync(["AAAUSDT"], Timeframe.OneMinute, end.Token))
        {
            if (emulator.Statistics.Connections == 3)
                break;
        }

        // Each of the two silences is noticed one heartbeat and one PongTimeout after the last message, 1.2 s, and not after several heartbeats.
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1, 4.5);
    }

    [Fact]
    public void The_exchange_is_pinged_every_20_s_and_given_5_s_to_be_heard()
    {
        Assert.Equal((20.0, 5.0), (new BybitResilience().Heartbeat.TotalSeconds, new BybitResilience().PongTimeout.TotalSeconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalExchange.Client("http://127.0.0.1:1", options => options with { Resilience = new BybitResilience { PongTimeout = TimeSpan.Zero } }));
    }

    [Fact]
    public async Task A_start_in_the_past_comes_first_by_rest()
    {
        await using BybitEmulator emulator = await StartAsync(FaultScenario.None);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        List<Candle> closed = [];
        await foreach (CandleUpdate update in exchange.Linear.Stream().SubscribeAsync(["AAAUSDT"], Timeframe.OneMinute, [LocalExchange.Start.AddMinutes(10)], end.Token))
        {
            if (update.IsClosed)
                closed.Add(update.Candle);
            if (closed.Count == 1100)
                break;
        }

        Assert.Equal(LocalExchange.Start.AddMinutes(10), closed[0].OpenTime);
        Assert.Equal(emulator.Closed("AAAUSDT", Timeframe.OneMinute).Slice(10, 1100).ToArray(), closed);
    }

    [Fact]
    public async Task A_symbol_that_does_not_exist_is_refused()
    {
        await using BybitEmulator emulator = await StartAsync(FaultScenario.None);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var error = await Assert.ThrowsAsync<BybitException>(async () =>
        {
            await foreach (CandleUpdate _ in exchange.Linear.Stream().SubscribeAsync(["NOSUCH"], Timeframe.OneMinute, end.Token))
                Assert.Fail("An update of what does not exist.");
        });
        Assert.Contains("kline.1.NOSUCH", error.Message, StringComparison.Ordinal);
        Assert.Contains("check symbols and category", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_come_once_and_without_a_hole_over_interruptions()
    {
        // Six hundred trades a second, of which the exchange knows the last thousand: an interruption may last a second and a half.
        await using BybitEmulator emulator = await StartAsync(new FaultScenario { Seed = 4, SocketDrop = 0.05, Duplicate = 0.2 }, speed: 600);
        using BybitExchange exchange = LocalExchange.Client(emulator);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        List<long> times = [];
        await foreach (BybitTrade trade in exchange.Linear.StreamTradesAsync(["AAAUSDT"], end.Token))
        {
            times.Add(trade.Trade.Time);
            if (times.Count == 1500)
                break;
        }

        Assert.Equal(Enumerable.Range(0, 1500).Select(i => times[0] + i * 1000L), times); // one a second of the exchange
        Assert.True(emulator.Statistics.Connections > 1);
    }

    [Fact]
    public async Task Tickers_are_whole_although_changes_are_pushed()
    {
        await using BybitEmulator emulator = await StartAsync(new FaultScenario { Seed = 4, Duplicate = 0.2, SocketDrop = 0.02 });
        using BybitExchange exchange = LocalExchange.Client(emulator);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int count = 0;
        await foreach (BybitTicker ticker in exchange.Linear.StreamTickersAsync(s_symbols, end.Token))
        {
            Assert.True(ticker is { LastPrice: > 0, BidPrice: > 0, AskPrice: > 0, FundingRate: not null, NextFundingTime: not null });
            if (++count == 100)
                break;
        }
    }

    [Fact]
    public async Task An_order_book_with_holes_in_its_changes_is_never_wrong()
    {
        await using BybitEmulator emulator = await StartAsync(new FaultScenario { Seed = 9, BookGap = 0.1, SocketDrop = 0.01, Lost = 0.05, Duplicate = 0.1 });
        using BybitExchange exchange = LocalExchange.Client(emulator);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int count = 0;
        await foreach (BybitOrderBook book in exchange.Linear.StreamOrderBooksAsync(["BBBUSDT"], depth: 50, end.Token))
        {
            // A change that was missed would leave a level behind: the exchange's book has 50 on each side, a tick apart.
            Assert.Equal((50, 50), (book.Bids.Count, book.Asks.Count));
            Assert.Equal(0.01m * 99, book.Asks[^1].Price - book.Bids[^1].Price);
            if (++count == 150)
                break;
        }

        Assert.True(emulator.Statistics.Faults > 5);
    }

    /// <summary>An exchange where a minute lasts twenty milliseconds.</summary>
    private static Task<BybitEmulator> StartAsync(FaultScenario faults, double speed = 3000) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = LocalExchange.Minutes(Candles, 6, s_symbols),
        Start = LocalExchange.Start.AddMinutes(1000),
        Speed = speed,
        PushInterval = TimeSpan.FromMilliseconds(10),
        Limits = EmulatorLimits.None,
        Faults = faults,
    });

    private static async Task<Dictionary<string, List<Candle>>> ListenAsync(BybitExchange exchange, int perSymbol)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Dictionary<string, List<Candle>> closed = s_symbols.ToDictionary(symbol => symbol, _ => new List<Candle>());
        await foreach (CandleUpdate update in exchange.Linear.Stream().SubscribeAsync(s_symbols, Timeframe.OneMinute, end.Token))
        {
            List<Candle> candles = closed[update.Symbol];
            if (candles.Count > 0)
                Assert.True(update.Candle.OpenTime > candles[^1].OpenTime, $"{update} after {candles[^1]}");
            if (update.IsClosed)
                candles.Add(update.Candle);
            if (closed.Values.All(list => list.Count >= perSymbol))
                break;
        }

        return closed;
    }
}
