using TradeBot.Indicators.Averages;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

public class SessionTests
{
    [Fact]
    public async Task After_the_warm_up_indicators_are_those_of_a_backtest_and_nothing_was_traded_before()
    {
        CandleSeries candles = TestSessions.Candles(21).Slice(0, 900);
        List<(DateTime, double)> expected = [], actual = [];
        Backtest.Run(candles, new Probe(expected), new BacktestOptions());
        await using var session = Session.Open(new Probe(actual), TestSessions.Options() with { History = new SeriesCandleSource([candles]), WarmUp = 100_000 });
        session.Allow("test", "Begin.");
        SessionResult result = await session.RunAsync(new ReplayedCandles([candles.Slice(600, 300)]));

        // The shadow runs the same strategy: each value is told twice.
        Assert.Equal(expected, actual.Distinct());
        Assert.Equal(300, result.Summary.Moments);
        Assert.All(result.Fills, f => Assert.True(f.Time >= candles.OpenTimeAt(600)));
        Assert.Equal(candles.CloseTimeAt(600), result.Fills[0].Time);
        Assert.All(result.Differences!, d => Assert.Equal(DifferenceCause.None, d.Cause));
    }

    [Fact]
    public async Task Sizing_is_warm_too()
    {
        CandleSeries candles = TestSessions.Candles(22).Slice(0, 500);
        SessionOptions options = TestSessions.Options() with { Terms = Market.Free with { Sizing = Sizing.VolatilityTarget(0.3, lookback: 200) }, History = new SeriesCandleSource([candles]), WarmUp = 100_000 };
        IStrategy always = Market.Deciding((_, targets) => targets[0] = 1);
        foreach ((SessionOptions one, bool isWarm) in ((SessionOptions, bool)[])[(options, true), (options with { History = null }, false)])
        {
            await using var session = Session.Open(always, one);
            session.Allow("test", "Begin.");
            SessionResult result = await session.RunAsync(new ReplayedCandles([candles.Slice(400, 100)]));
            Assert.Equal(isWarm, result.Fills.Count > 0);
        }
    }

    [Fact]
    public async Task A_moment_waits_no_longer_than_its_patience_by_the_sessions_own_clock()
    {
        var stream = new ScriptedStream();
        await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = 0.5), new SessionOptions
        {
            Feeds = [new CandleFeed("TEST", Timeframe.OneMinute), new CandleFeed("OTHER", Timeframe.OneMinute)], Terms = Market.Free, Patience = TimeSpan.FromHours(1),
        });
        session.Allow("test", "Begin.");
        using var stop = new CancellationTokenSource();
        Task<SessionResult> run = session.RunAsync(stream, cancellationToken: stop.Token);
        stream.Close("TEST", new Candle(Market.Start, 10, 10, 10, 10, 1));
        await Task.Delay(300);
        Assert.Null(session.Summary.Moment); // the other feed may still come
        stream.Say(new CandleUpdate("OTHER", Timeframe.OneMinute, new Candle(Market.Start.AddMinutes(1), 10, 10, 10, 10, 1), IsClosed: false));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (session.Summary.Moment is null)
            await Task.Delay(20, late.Token);
        Assert.Equal(Market.Start.AddMinutes(1), session.Summary.Moment);
        await stop.CancelAsync();
        Assert.Equal("The session was cancelled.", (await run).End);
    }

    [Fact]
    public async Task A_revised_candle_does_not_change_what_was_decided_and_is_noted()
    {
        var stream = new ScriptedStream();
        await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = 0.5), TestSessions.Options() with { Terms = Market.Free });
        session.Allow("test", "Begin.");
        Task<SessionResult> run = session.RunAsync(stream);
        stream.Close("TEST", new Candle(Market.Start, 10, 10, 10, 10, 1));
        stream.Close("TEST", new Candle(Market.Start, 10, 12, 10, 12, 2));
        stream.Close("TEST", new Candle(Market.Start, 10, 10, 10, 10, 1));
        stream.Close("TEST", new Candle(Market.Start.AddMinutes(1), 10, 10, 10, 10, 1));
        stream.End();
        SessionResult result = await run;
        Assert.Equal(CandleFault.Revised, Assert.Single(result.Notices).Fault);
        Assert.Equal(2, result.Summary.Moments);
        Assert.Equal(10m, Assert.Single(result.Fills).Price);
    }

    [Fact]
    public async Task A_hundred_sessions_run_in_one_process()
    {
        CandleSeries[] candles = [.. Enumerable.Range(0, 4).Select(i => TestSessions.Candles(30 + i).Slice(0, 400))];
        SessionResult[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => TestSessions.RunAsync(candles[i % 4], TestSessions.Options()))));
        for (int i = 0; i < results.Length; i++)
            JournalTests.AssertSame(results[i % 4], results[i]);
        Assert.True(results[..4].All(r => r.Fills.Count > 0));
    }

    [Fact]
    public async Task A_notebook_shows_one_line_that_ends_with_how_it_stands()
    {
        using var notebook = NotebookWatch.Begin();
        SessionResult result = await Paper.RunAsync(
            TestSessions.Rule(), new ReplayedCandles([TestSessions.Candles(23).Slice(0, 300)]), cash: 5_000m, TestSessions.Options() with { Name = "line" });
        Assert.Equal(5_000m, result.Summary.StartingCash);
        Assert.Equal(TradingState.Active, result.Summary.State);
        Assert.Equal(result.ToString(), notebook.Lines[^1]);
        Assert.Matches(@"^line: active, \d{4}-\d\d-\d\d \d\d:\d\d, equity [\d,.]+, today [+\-\d,.]+, total ", notebook.Lines[0]);
    }

    [Fact]
    public void What_a_session_cannot_trade_on_is_said_before_it_begins()
    {
        Assert.Contains("names no feed", Assert.Throws<ArgumentException>(() => Session.Open(TestSessions.Rule())).Message, StringComparison.Ordinal);
        SessionOptions twice = new() { Feeds = [TestSessions.Feed, TestSessions.Feed] };
        Assert.Contains("is given twice", Assert.Throws<ArgumentException>(() => Session.Open(TestSessions.Rule(), twice)).Message, StringComparison.Ordinal);
        SessionOptions longer = new() { Feeds = [TestSessions.Feed], FillsFollow = Timeframe.OneHour };
        Assert.Contains("which are shorter", Assert.Throws<ArgumentException>(() => Session.Open(TestSessions.Rule(), longer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_delay_is_measured_from_the_smallest_distance_ever_seen()
    {
        var clock = new Clock { Now = new DateTime(2024, 1, 1, 0, 1, 0, DateTimeKind.Utc).AddMilliseconds(700) };
        var meter = new DelayMeter(clock, TimeSpan.FromSeconds(10));
        long first = UnixTime.FromDateTime(new DateTime(2024, 1, 1, 0, 1, 0, DateTimeKind.Utc));
        Assert.Equal(0, meter.Behind(first));                 // 0.7 s is usual
        clock.Now = clock.Now.AddMinutes(11);
        Assert.Equal(600_000, meter.Behind(first + 60_000));  // ten minutes more than usual
        Assert.Equal(0, meter.Behind(first + 660_000));
        Assert.Equal(0, meter.Behind(first + 655_000));       // 5 s are tolerated
        meter.Known = first + 900_000;
        Assert.Equal(240_000, meter.Behind(first + 660_000)); // the market is known to be further
    }

    /// <summary>Holds half while the price is above its average, and tells the average at each decision.</summary>
    private sealed class Probe(List<(DateTime Time, double Value)> told) : IStrategy, IStrategySession
    {
        private Ema _average = new(50);
        private (DateTime Time, double Value) _last;

        public string Name => "Probe";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Probe(told);

        public void OnCandle(int feed, in Candle candle) => _last = (candle.OpenTime, _average.Update(candle.Close));

        public void Decide(TargetExposures targets)
        {
            if (!double.IsNaN(_last.Value))
                told.Add(_last);
            targets[0] = 0.5;
        }
    }

    private sealed class Clock : TimeProvider
    {
        public DateTime Now { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Now);
    }
}
