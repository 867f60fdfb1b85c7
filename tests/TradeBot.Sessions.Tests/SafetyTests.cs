using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

public sealed class SafetyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = TestSessions.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_session_that_nobody_has_allowed_watches_and_orders_nothing()
    {
        await using var session = Session.Open(TestSessions.Rule(), TestSessions.Options());
        SessionResult result = await session.RunAsync(new ReplayedCandles([TestSessions.Candles(1).Slice(0, 200)]));
        Assert.Equal(TradingState.Disabled, result.Summary.State);
        Assert.Empty(result.Fills);
        Assert.Contains(result.Refusals, r => r.Reason.Contains("disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_reducing_a_position_may_become_smaller_and_never_larger()
    {
        double target = 0.5;
        var stream = new ScriptedStream();
        await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = target), TestSessions.Options());
        session.Allow("anna", "Begin.");
        Task<SessionResult> run = session.RunAsync(stream);
        await CloseAsync(session, stream, 0, 1, 2);
        decimal half = Position(session);
        Assert.True(half > 0);

        session.Reduce("anna", "The news are due.");
        target = 0.9;
        await CloseAsync(session, stream, 3, 4, 5);
        Assert.Equal(half, Position(session));
        target = 0.2;
        await CloseAsync(session, stream, 6, 7, 8);
        Assert.InRange(Position(session), 0.1m * half, 0.5m * half);
        session.Allow("anna", "They were good.");
        target = 0.9;
        await CloseAsync(session, stream, 9, 10, 11);
        Assert.True(Position(session) > half);
        stream.End();
        Assert.Contains((await run).Refusals, r => r.Reason.Contains("as anna requested", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_kill_switch_closes_everything_and_latches_until_a_person_resumes()
    {
        SessionOptions options = TestSessions.Options(_folder);
        IStrategy always = Market.Deciding((_, targets) =>
        {
            targets[0] = 0.8;
            targets.Protect(0, new ProtectiveLevels(ProtectiveLevel.Fraction(0.5)));
        });
        var stream = new ScriptedStream();
        await using (var session = Session.Open(always, options))
        {
            session.Allow("anna", "Begin.");
            Task<SessionResult> run = session.RunAsync(stream);
            await CloseAsync(session, stream, 0, 1, 2);
            Assert.True(Position(session) > 0);
            Assert.Equal(1, session.Summary.WorkingOrders); // the stop
            Assert.True(session.Halt("anna", "It looks wrong."));
            Assert.True(session.Summary.IsFlat);
            await CloseAsync(session, stream, 3, 4, 5);
            Assert.True(session.Summary.IsFlat);
            stream.End();
            Assert.Equal(TradingState.Halted, (await run).Summary.State);
        }

        Assert.True(File.Exists(Path.Combine(_folder, "HALT")));
        await using var again = Session.Open(always, options);
        Assert.Equal(TradingState.Halted, again.Summary.State);
        var more = new ScriptedStream();
        Task<SessionResult> second = again.RunAsync(more);
        await CloseAsync(again, more, 6, 7, 8);
        Assert.True(again.Summary.IsFlat);
        again.Allow("anna", "It was not.");
        Assert.False(File.Exists(Path.Combine(_folder, "HALT")));
        await CloseAsync(again, more, 9, 10, 11);
        Assert.True(Position(again) > 0);
        more.End();
        await second;
        Assert.True(JournalAudit.Verify(_folder).IsIntact);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_kill_switch_works_while_the_strategy_hangs_and_the_journal_can_be_gone_on_with(bool hangsInDecide)
    {
        using var forever = new ManualResetEventSlim();
        bool hangs = true;
        var strategy = new Hanging(forever, () => hangs, hangsInDecide);
        SessionOptions options = TestSessions.Options(_folder);
        var stream = new ScriptedStream();
        decimal cash;
        await using (var session = Session.Open(strategy, options))
        {
            session.Allow("anna", "Begin.");
            Task<SessionResult> run = session.RunAsync(stream);
            await CloseAsync(session, stream, 0, 1, 2);
            Assert.True(Position(session) > 0);
            stream.Close("TEST", Candle(3)); // from which it does not come back
            Assert.True(strategy.IsHanging.Wait(Patience));

            Assert.True(session.Halt("anna", "It hangs."));
            Assert.True(session.Summary.IsFlat);
            SessionResult result = await run.WaitAsync(Patience);
            Assert.Contains("did not return", result.End, StringComparison.Ordinal);
            cash = result.Summary.Cash;
        }

        forever.Set();
        hangs = false;
        await using var again = Session.Open(strategy, options);
        Assert.Equal((TradingState.Halted, cash, true), (again.Summary.State, again.Summary.Cash, again.Summary.IsFlat));
    }

    [Fact]
    public async Task A_strategy_that_throws_is_halted_flat()
    {
        IStrategy failing = Market.Deciding((moment, targets) => targets[0] = moment < 3 ? 0.5 : throw new InvalidOperationException("No such price."));
        SessionResult result = await TestSessions.RunAsync(TestSessions.Candles(1).Slice(0, 50), TestSessions.Options(_folder), failing);
        Assert.Contains("No such price.", result.End, StringComparison.Ordinal);
        Assert.Equal((TradingState.Halted, true), (result.Summary.State, result.Summary.IsFlat));
        await using var again = Session.Open(failing, TestSessions.Options(_folder));
        Assert.Equal(result.Summary.Cash, again.Summary.Cash);
    }

    [Fact]
    public async Task Cancellation_uses_the_kill_switch_where_it_is_wanted_so()
    {
        foreach (WhenCancelled what in Enum.GetValues<WhenCancelled>())
        {
            var stream = new ScriptedStream();
            using var stop = new CancellationTokenSource();
            await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = 0.5), TestSessions.Options() with { WhenCancelled = what });
            session.Allow("anna", "Begin.");
            Task<SessionResult> run = session.RunAsync(stream, cancellationToken: stop.Token);
            await CloseAsync(session, stream, 0, 1, 2);
            await stop.CancelAsync();
            SessionResult result = await run.WaitAsync(Patience);
            Assert.Equal(what == WhenCancelled.Halt, result.Summary.IsFlat);
            Assert.Equal(what == WhenCancelled.Halt ? TradingState.Halted : TradingState.Active, result.Summary.State);
        }
    }

    [Fact]
    public async Task A_file_named_HALT_is_the_kill_switch_whatever_stands_in_it()
    {
        var stream = new ScriptedStream();
        await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = 0.5), TestSessions.Options(_folder));
        session.Allow("anna", "Begin.");
        Task<SessionResult> run = session.RunAsync(stream);
        await CloseAsync(session, stream, 0, 1, 2);
        Assert.False(session.Summary.IsFlat);
        await File.WriteAllTextAsync(Path.Combine(_folder, "HALT"), "stop!");
        await UntilAsync(() => session.Summary is { State: TradingState.Halted, IsFlat: true });
        stream.End();
        await run;
    }

    [Fact]
    public async Task Commands_in_the_folder_are_obeyed_in_order_and_taken_away()
    {
        var stream = new ScriptedStream();
        await using var session = Session.Open(Market.Deciding((_, targets) => targets[0] = 0.5), TestSessions.Options(_folder));
        session.Allow("anna", "Begin.");
        Task<SessionResult> run = session.RunAsync(stream);
        await CloseAsync(session, stream, 0, 1, 2);
        DateTime now = Market.Start;
        string flatten = ControlFolder.Post(_folder, new ControlCommand(ControlVerb.Flatten, "bert", "Lunch."), now);
        await UntilAsync(() => !File.Exists(flatten));
        Assert.Equal((TradingState.Reducing, true), (session.Summary.State, session.Summary.IsFlat));
        string resume = ControlFolder.Post(_folder, new ControlCommand(ControlVerb.Resume, "bert", "Back."), now.AddSeconds(1));
        await UntilAsync(() => !File.Exists(resume));
        Assert.Equal("bert: Back.", session.Summary.StateReason);
        stream.End();
        SessionResult result = await run;
        Assert.Equal([TradingState.Active, TradingState.Reducing, TradingState.Active], result.Changes.Select(c => c.State));
    }

    [Fact]
    public async Task The_loss_of_the_day_is_measured_from_what_the_day_began_with_also_after_a_restart()
    {
        // 1 % lost before the restart and 1 % after it are more than the 1.5 % that a day may lose.
        SessionOptions options = TestSessions.Options(_folder) with { Terms = Market.Free with { Risk = new RiskPolicy { MaxDailyLoss = 0.015 } } };
        double[] closes = [100, 100, 99, 98.9, 97.9, 97.9, 97.9, 97.9];
        IStrategy buys = Market.Deciding((moment, targets) => targets[0] = moment is 0 or 1 ? 1 : moment < 6 ? targets[0] : 1);
        CandleSeries candles = Market.OfCloses(closes);
        await TestSessions.RunAsync(candles.Slice(0, 4), options, buys);
        SessionResult result = await TestSessions.RunAsync(candles, options, buys);
        Assert.Contains(result.Refusals, r => r.Reason.Contains("The loss of the day is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limits_of_order_rate_and_price_distance_hold_back_with_a_sentence()
    {
        SessionOptions options = TestSessions.Options() with { Limits = new SafetyLimits { OrdersPerMinute = 1 }, Terms = Market.Free };
        IStrategy grows = Market.Deciding((moment, targets) => targets[0] = 0.1 * (moment + 1));
        SessionResult result = await TestSessions.RunAsync(Market.OfCloses(100, 100, 100, 100, 100), options, grows);
        Assert.Equal(5, result.Fills.Count + result.Refusals.Count + 1); // each minute its own order: none is too many
        var brake = new SafetyBrake(new SafetyLimits { OrdersPerMinute = 2, PriceDistance = 0.1 }) { PriceOf = _ => 100 };
        brake.Begin(60_000, []);
        var order = new Order(1, 0, "TEST", OrderSide.Buy, OrderType.Limit, 1, 60_000) { LimitPrice = 95 };
        Assert.Null(brake.Against(order, 1));
        brake.CountSent();
        brake.CountSent();
        Assert.Contains("the limit is 2", brake.Against(order, 1), StringComparison.Ordinal);
        brake.Begin(120_000, ["OTHER"]);
        Assert.Null(brake.Against(order, 1));
        order.LimitPrice = 89;
        Assert.Contains("89 is further than 10.00 % from the last, 100", brake.Against(order, 1), StringComparison.Ordinal);
        brake.Begin(120_000, ["TEST"]);
        Assert.Contains("older than 3 candles", brake.Against(order, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_opened_in_a_symbol_whose_data_are_stale()
    {
        CandleSeries a = Market.Of("A", [.. Enumerable.Range(0, 20).Select(i => (i, 10.0, 10.0))]), b = Market.Of("B", [.. Enumerable.Range(0, 5).Select(i => (i, 10.0, 10.0)), (19, 10, 10)]);
        IStrategy wants = Market.Deciding((moment, targets) => targets[1] = moment < 8 ? 0 : 0.5);
        await using var session = Session.Open(wants, new SessionOptions { Feeds = [new CandleFeed("A", Timeframe.OneMinute), new CandleFeed("B", Timeframe.OneMinute)], Terms = Market.Free });
        session.Allow("test", "Begin.");
        SessionResult result = await session.RunAsync(new ReplayedCandles([a, b]));
        Assert.Contains(result.Refusals, r => r.Symbol == "B" && r.Reason.Contains("The data of B are older", StringComparison.Ordinal));
        Assert.Empty(result.Fills);
    }

    [Fact]
    public void Two_strategies_on_one_symbol_are_refused_and_netted_where_that_is_said()
    {
        IStrategy one = Strategy.On("BTCUSDT", Timeframe.OneHour).Long(Expressions.Close > 1).Build(), other = Strategy.On("BTCUSDT", Timeframe.FiveMinutes).Long(Expressions.Close > 2).Build();
        Assert.Contains("an account has one position per symbol", Assert.Throws<ArgumentException>(() => Together.Of(one, other)).Message, StringComparison.Ordinal);
        IStrategy third = Strategy.On("ETHUSDT", Timeframe.OneHour).Long(Expressions.Close > 1).Build();
        Assert.Equal(2, Together.Of(one, third).Feeds.Count);
        Assert.Equal(2, Strategy.Portfolio("netted", (one, 0.5), (other, 0.5)).Feeds.Count);
    }

    private static decimal Position(Session session) => session.Summary.Positions.Sum(p => p.Quantity);

    private static Candle Candle(int minute) => new(Market.Start.AddMinutes(minute), 100, 101, 99, 100, 10);

    private static async Task CloseAsync(Session session, ScriptedStream stream, params int[] minutes)
    {
        foreach (int minute in minutes)
            stream.Close("TEST", Candle(minute));
        await UntilAsync(() => session.Summary.Moment == Market.Start.AddMinutes(minutes[^1] + 1));
        await UntilAsync(() => true);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(Patience);
        do
            await Task.Delay(20, late.Token);
        while (!condition());
    }

    /// <summary>Buys, and does not come back from the fourth moment.</summary>
    private sealed class Hanging(ManualResetEventSlim until, Func<bool> hangs, bool hangsInDecide) : IStrategy, IStrategySession
    {
        private int _candles;

        public ManualResetEventSlim IsHanging { get; init; } = new();

        public string Name => "Hanging";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Hanging(until, hangs, hangsInDecide) { IsHanging = IsHanging };

        public void OnCandle(int feed, in Candle candle)
        {
            _candles++;
            if (!hangsInDecide)
                Hang();
        }

        public void Decide(TargetExposures targets)
        {
            targets[0] = 0.5;
            if (hangsInDecide)
                Hang();
        }

        private void Hang()
        {
            if (_candles != 4 || !hangs())
                return;
            IsHanging.Set();
            until.Wait();
        }
    }
}
