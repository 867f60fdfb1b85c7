using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

public class ShadowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Fills_that_belong_together_differ_by_price_size_time_or_fee()
    {
        SessionLedger ledger = Ledger(Fill(1, 100, 2, 0.1m), Fill(5, 100, 2, 0.1m), Fill(10, 101, 2, 0.1m), Fill(15, 100, 3, 0.15m), Fill(20, 100, 2, 0.2m));
        SessionFill[] expected = [At(1, 100, 2, 0.1m), At(6, 100, 2, 0.1m), At(10, 100, 2, 0.1m), At(15, 100, 2, 0.1m), At(20, 100, 2, 0.1m)];
        IReadOnlyList<FillDifference> found = FillComparison.Of(ledger, expected, Minute);
        Assert.Equal([DifferenceCause.None, DifferenceCause.Time, DifferenceCause.Price, DifferenceCause.Size, DifferenceCause.Fee], found.Select(d => d.Cause));
        Assert.Equal("Filled at 101 instead of 100, a fee of 0.000495 of the value instead of 0.0005.", found[2].Explanation);
        Assert.Equal("", found[0].Explanation);
    }

    [Fact]
    public void A_fill_without_its_like_is_explained_by_what_was_noted_or_not_at_all()
    {
        SessionLedger ledger = Ledger();
        FillDifference alone = Assert.Single(FillComparison.Of(ledger, [At(10, 100, 1, 0)], Minute));
        Assert.Equal(DifferenceCause.Unexplained, alone.Cause);

        ledger.Apply(Line(new RefusedEntry(Time(9), "TEST", "Too much.")));
        FillDifference refused = Assert.Single(FillComparison.Of(ledger, [At(10, 100, 1, 0)], Minute));
        Assert.Equal((DifferenceCause.Refusal, "The session has no such fill: Too much."), (refused.Cause, refused.Explanation));

        ledger.Apply(Line(new StateEntry(TradingState.Reducing, false, Time(20), "anna", "News.")));
        ledger.Apply(Line(new NoticeEntry(new CandleNotice(CandleFault.Late, "OTHER", "1m", Market.Start.AddMinutes(3), "OTHER came late."))));
        IReadOnlyList<FillDifference> found = FillComparison.Of(ledger, [At(4, 100, 1, 0), At(15, 100, 1, 0), At(25, 100, 1, 0)], Minute);
        Assert.Equal([DifferenceCause.MissedCandle, DifferenceCause.Consequence, DifferenceCause.Intervention], found.Select(d => d.Cause));
    }

    [Fact]
    public async Task A_candle_that_comes_late_is_the_cause_of_what_the_session_does_later_than_its_backtest()
    {
        // A is bought once the last close of B is above 100; that candle of B comes after its moment was decided.
        IStrategy waits = new FollowsOther();
        var stream = new ScriptedStream();
        SessionOptions options = new()
        {
            Feeds = [new CandleFeed("A", Timeframe.OneMinute), new CandleFeed("B", Timeframe.OneMinute)],
            Terms = Market.Free,
            Patience = TimeSpan.FromMilliseconds(300),
        };
        await using var session = Session.Open(waits, options);
        session.Allow("test", "Begin.");
        Task<SessionResult> run = session.RunAsync(stream);
        for (int minute = 0; minute < 8; minute++)
        {
            stream.Close("A", Candle(minute, 50));
            if (minute != 3)
                stream.Close("B", Candle(minute, minute < 3 ? 99 : 101));
            await UntilAsync(() => session.Summary.Moment == Market.Start.AddMinutes(minute + 1));
            if (minute == 3)
                stream.Close("B", Candle(3, 101));
        }

        stream.End();
        SessionResult result = await run;
        Assert.Equal([CandleFault.Absent, CandleFault.Late], result.Notices.Select(n => n.Fault));
        FillDifference difference = Assert.Single(result.Differences!);
        Assert.Equal((Market.Start.AddMinutes(5), Market.Start.AddMinutes(4)), (difference.Actual!.Time, difference.Expected!.Time));
        Assert.Equal(DifferenceCause.MissedCandle, difference.Cause);
    }

    [Fact]
    public async Task What_a_limit_of_the_session_holds_back_is_filled_later_than_in_the_backtest()
    {
        CandleSeries a = Market.Named(Market.OfCloses(10, 10, 10, 10, 10, 10), "A"), b = Market.Named(a, "B");
        IStrategy both = Market.Deciding((moment, targets) => (targets[0], targets[1]) = (0.3, 0.3));
        await using var session = Session.Open(both, new SessionOptions
        {
            Feeds = [new CandleFeed("A", Timeframe.OneMinute), new CandleFeed("B", Timeframe.OneMinute)], Terms = Market.Free, Limits = new SafetyLimits { OrdersPerMinute = 1 },
        });
        session.Allow("test", "Begin.");
        SessionResult result = await session.RunAsync(new ReplayedCandles([a, b]));
        Assert.Contains(result.Refusals, r => r.Symbol == "B" && r.Reason.Contains("the limit is 1", StringComparison.Ordinal));
        Assert.Equal(DifferenceCause.None, result.Differences!.Single(d => d.Symbol == "A").Cause);
        FillDifference later = Assert.Single(result.Differences!, d => d.Symbol == "B"); // it was allowed a minute later
        Assert.Equal((DifferenceCause.Time, TimeSpan.FromMinutes(1)), (later.Cause, later.Actual!.Time - later.Expected!.Time));
        Assert.DoesNotContain(result.Differences!, d => d.Cause == DifferenceCause.Unexplained);
    }

    [Fact]
    public async Task Orders_that_were_decided_late_trade_no_earlier_than_they_were_decided()
    {
        // The process was away for ten minutes: what it decides on the candles of meanwhile cannot trade in them.
        string folder = TestSessions.NewFolder();
        CandleSeries candles = Market.OfCloses([.. Enumerable.Range(0, 20).Select(i => 100.0 + i)]);
        IStrategy once = Market.Deciding((moment, targets) => targets[0] = moment >= 6 ? 0.5 : 0);
        SessionOptions options = TestSessions.Options(folder) with { Terms = Market.Free, History = new SeriesCandleSource([candles]), WarmUp = 0 };
        await TestSessions.RunAsync(candles.Slice(0, 4), options, once);
        SessionResult result;
        await using (var session = Session.Open(once, options))
            result = await session.RunAsync(new ReplayedCandles([candles.Slice(15, 5)]));
        SessionFill fill = Assert.Single(result.Fills);
        Assert.Equal(Market.Start.AddMinutes(15), fill.Time);
        Assert.Equal(candles[15].Open, (double)fill.Price);
        Assert.Equal(20, result.Summary.Moments);
        Assert.Empty(result.Notices);
        Directory.Delete(folder, recursive: true);
    }

    private static SessionLedger Ledger(params FilledEntry[] fills)
    {
        var ledger = new SessionLedger();
        ledger.Apply(Line(new OpenedEntry(1, "test", "test", "test", "", "", 1000, ["TEST 1m"], 0, new Dictionary<string, decimal>())));
        ledger.Apply(Line(new StateEntry(TradingState.Active, false, 0, "test", "Begin.")));
        foreach (FilledEntry fill in fills)
            ledger.Apply(Line(fill));
        return ledger;
    }

    private static JournalLine Line(JournalEntry entry) => new(1, Market.Start, entry, "");

    private static FilledEntry Fill(int minute, decimal price, decimal quantity, decimal fee) =>
        new("x", 1, Time(minute), "TEST", OrderSide.Buy, quantity, price, quantity * price, fee, false, FillKind.Order);

    private static SessionFill At(int minute, decimal price, decimal quantity, decimal fee) =>
        new(Market.Start.AddMinutes(minute), "TEST", OrderSide.Buy, quantity, price, quantity * price, fee, 1, null);

    private static long Time(int minute) => UnixTime.FromDateTime(Market.Start.AddMinutes(minute));

    private static Candle Candle(int minute, double close) => new(Market.Start.AddMinutes(minute), close, close, close, close, 10);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(20, late.Token);
    }

    /// <summary>Holds A while the last close of B is above 100.</summary>
    private sealed class FollowsOther : IStrategy, IStrategySession
    {
        private double _other;

        public string Name => "Follows";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new FollowsOther();

        public void OnCandle(int feed, in Candle candle) => _other = feed == 1 ? candle.Close : _other;

        public void Decide(TargetExposures targets) => targets[0] = _other > 100 ? 0.5 : 0;
    }
}
