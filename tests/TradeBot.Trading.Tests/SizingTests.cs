using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class SizingTests
{
    private static readonly CandleFeed Feed = new("TEST", Timeframe.OneDay);

    [Fact]
    public void Fixed_sizes_do_not_look_at_equity()
    {
        Assert.Equal(1.5, Ask(Sizing.FixedQuantity(3), Request(target: -0.5)));
        Assert.Equal(0.5 * 400 / 50, Ask(Sizing.FixedNotional(400), Request(target: 0.5)));
    }

    [Fact]
    public void A_fraction_of_equity_includes_the_cost_of_entering()
    {
        // 0.5 · 0.4 · 10,000 = 2,000, and each unit costs 50 and 1 % of it.
        Assert.Equal(2000 / 50.5, Ask(Sizing.FractionOfEquity(0.4), Request(target: 0.5)), 1e-12);
        Assert.Equal(10_000 / 50.5, Ask(Sizing.Exposure, Request(target: -1)), 1e-12);
    }

    [Fact]
    public void Equal_weight_divides_by_the_symbols_of_the_run()
    {
        ISizingSession session = Sizing.EqualWeight(0.8).Start([Feed, new CandleFeed("B", Timeframe.OneDay)]);
        Assert.Equal(4000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-12);
    }

    [Fact]
    public void Risk_per_trade_loses_the_stated_fraction_at_the_stop()
    {
        // 1 % of 10,000 is 100: with the stop 4 away, 25 units.
        Assert.Equal(25, Ask(Sizing.RiskPerTrade(0.01), Request(target: 1, stop: 4)), 1e-12);
        Assert.Equal(12.5, Ask(Sizing.RiskPerTrade(0.01), Request(target: -0.5, stop: 4)), 1e-12);
    }

    [Fact]
    public void Risk_per_trade_near_its_stop_is_bounded_by_the_largest_exposure() =>
        Assert.Equal(2 * 10_000 / 50.5, Ask(Sizing.RiskPerTrade(0.01, maxExposure: 2), Request(target: 1, stop: 0.01)), 1e-12);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Risk_per_trade_without_a_stop_is_refused(double stop) =>
        Assert.Contains("needs a stop", Sizing.RiskPerTrade(0.01).Start([Feed]).Size(Request(target: 1, stop: stop)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Volatility_target_divides_by_the_volatility_of_the_last_log_returns()
    {
        ISizingSession session = Sizing.VolatilityTarget(0.2, lookback: 2, maxExposure: 3).Start([Feed]);
        Close(session, 7, 100, 110, 99); // the first close falls out of the ring

        // Log returns 0.0953102 and −0.1053605: they lie 0.2006707 apart, so s = 0.2006707 / √2 per day.
        double annual = Math.Log(1.1 / 0.9) / Math.Sqrt(2) * Math.Sqrt(365);
        Assert.Equal(10_000 * 0.2 / annual / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
    }

    [Fact]
    public void Volatility_target_without_movement_takes_the_largest_exposure_and_without_history_nothing()
    {
        ISizingSession session = Sizing.VolatilityTarget(0.2, lookback: 2, maxExposure: 1).Start([Feed]);
        Close(session, 100, 100);
        Assert.Equal("Its volatility is known only after 3 candles.", session.Size(Request(target: 1)).Reason);
        Close(session, 100);
        Assert.Equal(10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
    }

    [Fact]
    public void Kelly_bets_a_share_of_win_rate_over_mean_loss_less_loss_rate_over_mean_gain()
    {
        ISizingSession session = Sizing.Kelly(share: 0.1, trades: 4, probe: 0.02, maxExposure: 1).Start([Feed]);
        End(session, 0.10, 0.20, -0.10);
        Assert.Equal(0.02 * 10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9); // three of four known
        End(session, 0.30);

        // W = 0.75, G = 0.2, L = 0.1: 0.75 / 0.1 − 0.25 / 0.2 = 6.25, a tenth of it 0.625.
        Assert.Equal(0.625 * 10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);

        // The first falls out: W = 0.5, G = 0.25, L = 0.3: 1.667 − 2 < 0, so the probe.
        End(session, -0.50);
        Assert.Equal(0.02 * 10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
    }

    [Fact]
    public void Kelly_without_a_loss_takes_the_largest_exposure()
    {
        ISizingSession session = Sizing.Kelly(trades: 2, maxExposure: 0.7).Start([Feed]);
        End(session, 0.1, 0.2);
        Assert.Equal(7000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
    }

    [Fact]
    public void A_backtest_sizes_by_the_stop_that_the_strategy_states()
    {
        IStrategy strategy = Market.Deciding((moment, targets) =>
        {
            targets[0] = moment >= 1 ? 1 : 0;
            if (moment == 1)
                targets.Protect(0, new ProtectiveLevels(Stop: ProtectiveLevel.Distance(4)));
        });
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 100, 100, 95, 95), strategy, Market.Free with { Sizing = Sizing.RiskPerTrade(0.01) });

        // 1 % of 1,000 is 10: 2.5 units at 100, sold at 96.
        Trade trade = Assert.Single(result.Trades);
        Assert.Equal((2.5m, -10m), (trade.Quantity, trade.Profit));
        Assert.Contains("risk 0.01 of equity per trade", result.Manifest.Options["sizing"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_is_not_known_is_a_refusal()
    {
        BacktestResult result = Backtest.Run(Market.OfCloses(100, 101), new BuyAndHold(), Market.Free with { Sizing = Sizing.VolatilityTarget(0.2) });
        Assert.Equal(Enumerable.Repeat("Its volatility is known only after 61 candles.", 2), result.Refusals.Select(r => r.Reason));
        Assert.Empty(result.Fills);
    }

    [Fact]
    public void Kelly_learns_from_the_trades_of_the_run()
    {
        // A tenth of 1,000 at 100, then of 1,010 at 110; both won 10 %, so the third takes all of 1,020.1 at 121.
        BacktestResult result = Backtest.Run(
            Market.OfCloses(100, 100, 110, 110, 121, 121, 121), Market.Wanting(1, 1, 0, 1, 0, 1),
            Market.Free with { Sizing = Sizing.Kelly(trades: 2, probe: 0.1) });
        Assert.Equal([1, 1.01 / 1.1, 1020.1 / 121], result.Trades.Select(t => Math.Round((double)t.Quantity, 6)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Sizing_by_candles_costs_no_memory_per_candle()
    {
        ISizingSession session = Sizing.VolatilityTarget(0.2, lookback: 60).Start([Feed]);
        Close(session, 100, 101);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
            session.OnCandle(0, new Candle(Market.Start, 100, 100, 100, 100 + i % 7, 1));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_out_of_range_is_named(double value)
    {
        (string Name, Func<ISizing> Make)[] cases =
        [
            ("quantity", () => Sizing.FixedQuantity(value)), ("notional", () => Sizing.FixedNotional(value)), ("fraction", () => Sizing.FractionOfEquity(value)),
            ("total", () => Sizing.EqualWeight(value)), ("annual", () => Sizing.VolatilityTarget(value)), ("maxExposure", () => Sizing.VolatilityTarget(0.2, maxExposure: value)),
            ("risk", () => Sizing.RiskPerTrade(value)), ("maxExposure", () => Sizing.RiskPerTrade(0.01, value)),
            ("share", () => Sizing.Kelly(value)), ("probe", () => Sizing.Kelly(probe: value)), ("maxExposure", () => Sizing.Kelly(maxExposure: value)),
        ];
        Assert.All(cases, c => Assert.StartsWith("Must be positive and finite.", Assert.Throws<ArgumentOutOfRangeException>(c.Name, c.Make).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>("lookback", () => Sizing.VolatilityTarget(0.2, lookback: 1));
        Assert.Throws<ArgumentOutOfRangeException>("trades", () => Sizing.Kelly(trades: 1));
    }

    [Fact]
    public void A_size_is_finite_and_not_negative_or_says_why_there_is_none()
    {
        Assert.Equal((0.0, null), (PositionSize.Of(0).Quantity, PositionSize.Of(0).Reason));
        foreach (double quantity in (double[])[-0.001, double.NaN, double.PositiveInfinity])
            Assert.StartsWith("Must be finite and not negative.", Assert.Throws<ArgumentOutOfRangeException>("quantity", () => PositionSize.Of(quantity)).Message, StringComparison.Ordinal);
        Assert.Equal((double.NaN, "Too early."), (PositionSize.Unknown("Too early.").Quantity, PositionSize.Unknown("Too early.").Reason));
        Assert.Throws<ArgumentException>("reason", () => PositionSize.Unknown(" "));
    }

    [Fact]
    public void A_sizing_is_named_with_its_parameters()
    {
        Assert.Equal("1 of equity", Sizing.Exposure.Name);
        Assert.Equal("quantity 2.5", Sizing.FixedQuantity(2.5).Name);
        Assert.Equal("notional 400", Sizing.FixedNotional(400).Name);
        Assert.Equal("equal weight, 0.8 of equity in all", Sizing.EqualWeight(0.8).Name);
        Assert.Equal("risk 0.01 of equity per trade, at most 2 of equity", Sizing.RiskPerTrade(0.01, 2).Name);
        Assert.Equal("volatility 0.2 a year over 60 candles, at most 1 of equity", Sizing.VolatilityTarget(0.2).Name);
        Assert.Equal("0.5 of Kelly over 50 trades, from 0.02 to 1 of equity", Sizing.Kelly().Name);
    }

    [Fact]
    public void Each_is_told_only_of_what_it_measures()
    {
        (bool, bool) Told(ISizing sizing) => sizing.Start([Feed]) is var session ? (session.UsesCandles, session.UsesTrades) : default;
        Assert.Equal((false, false), Told(Sizing.Exposure));
        Assert.Equal((true, false), Told(Sizing.VolatilityTarget(0.2)));
        Assert.Equal((false, true), Told(Sizing.Kelly()));
    }

    [Fact]
    public void Kelly_without_a_gain_probes_and_a_trade_without_profit_is_no_gain()
    {
        ISizingSession session = Sizing.Kelly(share: 0.1, trades: 2, probe: 0.03).Start([Feed]);
        End(session, 0, 0);
        Assert.Equal(0.03 * 10_000 / 50.5, session.Size(Request(target: -1)).Quantity, 1e-9);

        // W = 0.5, G = 0.2, L = 0.1: 5 − 2.5, a tenth of it 0.25.
        End(session, 0.2, -0.1);
        Assert.Equal(0.25 * 10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
        Assert.Equal(0.125 * 10_000 / 50.5, session.Size(Request(target: -0.5)).Quantity, 1e-9);

        // Of four two won 0.3 and two lost 0.1 on average: 0.5 / 0.1 − 0.5 / 0.3 = 3.333, a tenth of it 0.3333.
        session = Sizing.Kelly(share: 0.1, trades: 4).Start([Feed]);
        End(session, 0.2, -0.05, 0.4, -0.15);
        Assert.Equal(10_000 / 3.0 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);

        // A trade that ends without gain or loss: W = 0.5, G = 0.2 and no loss in the sum, so there is no bound.
        session = Sizing.Kelly(share: 0.1, trades: 2, maxExposure: 0.6).Start([Feed]);
        End(session, 0.2, 0);
        Assert.Equal(0.6 * 10_000 / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
    }

    [Fact]
    public void Each_symbol_has_its_own_volatility_in_its_own_timeframe()
    {
        // Returns ln 1.1 and −ln 1.1 on both, on days and on hours: the hourly one is larger by the root of 24.
        ISizingSession session = Sizing.VolatilityTarget(0.2, lookback: 2, maxExposure: 3).Start([Feed, new CandleFeed("B", Timeframe.OneHour)]);
        foreach (double close in (double[])[100, 110, 100])
        {
            session.OnCandle(0, new Candle(Market.Start, close, close, close, close, 1));
            session.OnCandle(1, new Candle(Market.Start, close, close, close, close, 1));
        }

        double deviation = Math.Sqrt(2) * Math.Log(1.1);
        Assert.Equal(10_000 * 0.2 / (deviation * Math.Sqrt(365)) / 50.5, session.Size(Request(target: 1)).Quantity, 1e-9);
        Assert.Equal(10_000 * 0.1 / (deviation * Math.Sqrt(365 * 24)) / 50.5, session.Size(Request(target: -0.5) with { Symbol = 1 }).Quantity, 1e-9);
    }

    private static SizingRequest Request(double target, double stop = double.NaN) => new(0, target, Price: 50, Equity: 10_000, EntryCost: 0.01, stop);

    private static double Ask(ISizing sizing, SizingRequest request) => sizing.Start([Feed]).Size(request).Quantity;

    private static void Close(ISizingSession session, params double[] closes)
    {
        foreach (double close in closes)
            session.OnCandle(0, new Candle(Market.Start, close, close, close, close, 1));
    }

    private static void End(ISizingSession session, params double[] returns)
    {
        foreach (double r in returns)
            session.OnTrade(new Trade("TEST", true, Market.Start, Market.Start, 1m, 100m, 100m + 100m * (decimal)r, 0m, 100m * (decimal)r, false));
    }
}
