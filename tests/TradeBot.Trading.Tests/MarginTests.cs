using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>The rule table of margin, row by row.</summary>
/// <remarks>
/// The account of most facts: 1,000 of cash, 40 bought at 100, so 3,000 owed. With a maintenance rate of 10 % the
/// margin breaks where −3,000 + 40·p = 4·p, at p = 83.33….
/// </remarks>
public class MarginTests
{
    private const string S = "TEST";
    private const double Level = 3000.0 / 36;

    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    private static readonly Margin Five = new() { Leverage = 5, Brackets = [new(0, 0.1, 100)], LiquidationFee = 0.01m };

    private static readonly BacktestOptions Levered = Market.Free with
    {
        Margin = Five,
        Risk = new RiskPolicy { MaxGrossExposure = 100 },
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.01m, 0.1m) },
    };

    [Fact]
    public void Initial_margin_is_the_value_over_the_leverage()
    {
        // 5,000 of value at a leverage of 5 needs all of the 1,000; one lot more does not go.
        Assert.Single(Bought(50m, Levered, Flat, Flat).Fills);
        BacktestResult run = Bought(50.1m, Levered, Flat, Flat);
        Assert.Empty(run.Fills);
        Assert.Equal("Initial margin would be 1002 at a leverage of 5; equity is 1000.", Assert.Single(run.Orders).Reason);
        Assert.Equal("To buy 50.1 TEST: Initial margin would be 1002 at a leverage of 5; equity is 1000.", Assert.Single(run.Refusals).Reason);
    }

    [Fact]
    public void A_bracket_caps_the_leverage_of_the_positions_in_it()
    {
        // From 4,000 on at most 2: 3,900 needs 780, 4,000 needs 2,000.
        Margin margin = Five with { Brackets = [new(0, 0.1, 100), new(4000, 0.2, 2)] };
        Assert.Single(Bought(39m, Levered with { Margin = margin }, Flat, Flat).Fills);
        Assert.Contains("would be 2000", Bought(40m, Levered with { Margin = margin }, Flat, Flat).Orders[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_may_have_leverage_and_brackets_of_its_own()
    {
        Margin margin = Five with { LeverageOf = new Dictionary<string, double> { [S] = 2 } };
        Assert.Contains("at a leverage of 2", Bought(20.1m, Levered with { Margin = margin }, Flat, Flat).Orders[0].Reason, StringComparison.Ordinal);
        IReadOnlyList<MarginBracket> own = [new(0, 0.1, 3)];
        margin = Five with { BracketsOf = new Dictionary<string, IReadOnlyList<MarginBracket>> { [S] = own } };
        Assert.Contains("would be 1003.33333333", Bought(30.1m, Levered with { Margin = margin }, Flat, Flat).Orders[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Working_orders_of_its_side_count_as_filled()
    {
        // 30 to buy and 30 to sell are 30 on either side; 21 more to buy would make 51.
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat), Market.Ordering((moment, desk) =>
        {
            if (moment > 0)
                return;
            desk.Submit(OrderRequest.Limit(S, OrderSide.Buy, 30, 90));
            desk.Submit(OrderRequest.Limit(S, OrderSide.Sell, 30, 110));
            desk.Submit(OrderRequest.Limit(S, OrderSide.Buy, 21, 90));
        }), Levered);
        Assert.Equal([OrderState.Expired, OrderState.Expired, OrderState.Refused], run.Orders.Select(o => o.State));
        Assert.Contains("would be 1020", run.Orders[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_reduces_needs_no_margin()
    {
        // At 90 equity is 600 and 40 need 720: nothing can be added, half can be sold.
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, (100, 100, 90, 90), (90, 90, 90, 90), (90, 90, 90, 90)), Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 40));
            if (moment == 1)
            {
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 0.1m));
                desk.Submit(OrderRequest.Market(S, OrderSide.Sell, 20));
            }
        }), Levered);
        Assert.Equal([OrderState.Filled, OrderState.Refused, OrderState.Filled], run.Orders.Select(o => o.State));
    }

    [Fact]
    public void A_long_is_liquidated_where_equity_meets_the_maintenance_margin()
    {
        BacktestResult run = Bought(40m, Levered, Flat, Flat, (100, 101, 80, 85), Flat);
        Assert.Equal([FillKind.Order, FillKind.Liquidation], run.Fills.Select(f => f.Kind));

        // 83.33 a unit, rounded against the account; 1 % of 3,333.2 is the fee.
        Liquidation liquidation = Assert.Single(run.Liquidations);
        Assert.Equal((40m, 83.33m, 33.332m, Market.Start.AddMinutes(3)), (liquidation.Quantity, liquidation.Price, liquidation.Fee, liquidation.Time));
        Assert.Equal((-3000 + 40 * Level, 4 * Level), (liquidation.Equity, liquidation.MaintenanceMargin));
        Assert.Equal(liquidation.Equity, liquidation.MaintenanceMargin, 1e-9);
        Assert.Equal((OrderState.Filled, ProtectiveExit.Liquidation), (run.Orders[1].State, run.Orders[1].Exit));
        Assert.Equal(-3000m + 3333.2m - 33.332m, run.FinalCash);
        Trade trade = Assert.Single(run.Trades);
        Assert.True(trade.IsLiquidated);
        Assert.Equal(run.FinalCash - 1000m, trade.Profit);
    }

    [Fact]
    public void A_short_is_liquidated_above()
    {
        // Sold 40 at 100: 5,000 − 40·p = 4·p at p = 113.63….
        BacktestResult run = Ordered(OrderRequest.Market(S, OrderSide.Sell, 40), Levered, Flat, Flat, (100, 120, 100, 119));
        Assert.Equal((-40m, 113.64m), (run.Liquidations[0].Quantity, run.Liquidations[0].Price));
        Assert.Empty(Ordered(OrderRequest.Market(S, OrderSide.Sell, 40), Levered, Flat, Flat, (100, 113.63, 100, 113)).Liquidations);
    }

    [Fact]
    public void Maintenance_margin_grows_over_the_brackets()
    {
        // 10 % of the first 2,000 and 20 % of the rest: −3,000 + 40·p = 200 + 0.2·(40·p − 2,000) at p = 87.5.
        Margin margin = Five with { Brackets = [new(0, 0.1, 100), new(2000, 0.2, 100)] };
        Assert.Equal(87.5m, Bought(40m, Levered with { Margin = margin }, Flat, Flat, (100, 100, 80, 80)).Liquidations[0].Price);
    }

    [Fact]
    public void A_position_liquidated_by_its_own_price_leaves_the_others()
    {
        CandleSeries a = Market.Of("A", (0, 100, 100), (1, 100, 100), (2, 100, 60), (3, 60, 60)), b = Market.Of("B", (0, 100, 100), (1, 100, 100), (2, 100, 100), (3, 100, 100));
        BacktestResult run = Backtest.Run([a, b], Market.Ordering((moment, desk) =>
        {
            if (moment > 0)
                return;
            desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 20));
            desk.Submit(OrderRequest.Market("B", OrderSide.Buy, 20));
        }), Levered);

        // −3,000 + 20·p + 2,000 = 2·p + 200 at p = 66.67.
        Liquidation liquidation = Assert.Single(run.Liquidations);
        Assert.Equal("A", liquidation.Symbol);
        Assert.Equal(1200.0 / 18, (double)liquidation.Price, 1e-7);
        Assert.Equal("B", Assert.Single(run.Trades, t => t.IsOpen).Symbol);
    }

    [Fact]
    public void A_stop_nearer_than_the_liquidation_is_met_first()
    {
        BacktestResult run = Guarded(OrderRequest.Stop(S, OrderSide.Sell, 40, 90), Flat, Flat, (100, 100, 80, 80));
        Assert.Equal((90m, 0), (run.Fills[1].Price, run.Liquidations.Count));
        Assert.Equal(83.33m, Guarded(OrderRequest.Stop(S, OrderSide.Sell, 40, 82), Flat, Flat, (100, 100, 80, 80)).Liquidations[0].Price);
    }

    [Theory]
    [InlineData(IntrabarPath.Pessimistic, true)]
    [InlineData(IntrabarPath.Optimistic, false)]
    public void A_target_and_the_liquidation_in_one_candle_are_decided_by_the_path(IntrabarPath path, bool liquidated)
    {
        BacktestResult run = Guarded(OrderRequest.Limit(S, OrderSide.Sell, 40, 110), Levered with { Path = path }, Flat, Flat, (100, 112, 80, 100));
        Assert.Equal(liquidated ? FillKind.Liquidation : FillKind.Order, run.Fills[1].Kind);
        AmbiguousExit exit = Assert.Single(run.Ambiguity.Exits);
        Assert.Equal((liquidated ? Level : 110, Level, 110), (exit.Chosen, exit.Pessimistic, exit.Optimistic));
    }

    [Fact]
    public void A_gap_liquidates_at_the_open_before_any_order_and_leaves_a_debt()
    {
        BacktestResult run = Guarded(OrderRequest.Stop(S, OrderSide.Sell, 40, 90), Flat, Flat, (70, 75, 70, 75), Flat);
        Assert.Equal((70m, Market.Start.AddMinutes(2)), (run.Liquidations[0].Price, run.Fills[1].Time));
        Assert.Equal("Cancelled: the position was liquidated.", run.Orders[1].Reason);
        Assert.Equal(-3000m + 2800m - 28m, run.FinalCash);
        Assert.Equal(-228, run.Equity.Final);
    }

    [Fact]
    public void Nothing_is_liquidated_in_a_synthetic_candle_nor_in_a_gap()
    {
        CandleSeries real = Market.OfBars(Flat, Flat, (80, 80, 80, 80), Flat);
        var repaired = new CandleSeries(
            S, Timeframe.OneMinute, real.OpenTimes.ToArray(), real.Open.ToArray(), real.High.ToArray(), real.Low.ToArray(), real.Close.ToArray(),
            real.Volume.ToArray(), synthetic: new[] { false, false, true, false });
        Assert.Empty(Run(repaired, OrderRequest.Market(S, OrderSide.Buy, 40), Levered).Liquidations);
        CandleSeries gap = Market.Of(S, (0, 100, 100), (1, 100, 100), (90, 80, 80));
        Assert.Equal((80m, Market.Start.AddMinutes(90)), (Run(gap, OrderRequest.Market(S, OrderSide.Buy, 40), Levered).Liquidations[0].Price, Market.Start.AddMinutes(90)));
    }

    [Fact]
    public void Liquidation_pays_the_taker_fee_and_its_own_and_no_slippage()
    {
        BacktestOptions options = Levered with { Fees = new FeeSchedule(0, 0.001m), Slippage = Slippage.Bps(100), Cash = 1040m + 4.04m };
        BacktestResult run = Bought(40m, options, Flat, Flat, (100, 101, 80, 85));

        // Bought at 101 with a fee of 4.04: 3,000 owed as before.
        Fill fill = run.Fills[1];
        Assert.Equal(83.33m, fill.Price);
        Assert.Equal(3333.2m * 0.011m, fill.Fee);
        Assert.Equal(3333.2m * 0.01m, run.Liquidations[0].Fee);
        Assert.Equal(run.Fills.Sum(f => f.Fee), run.Costs.Fees);
        Assert.Equal((Level - 83.33) * 40, (double)fill.Slippage, 1e-9);
    }

    [Fact]
    public void Funding_can_break_the_margin_at_the_next_open()
    {
        // 40 at 100: 20 % of 4,000 leave 200 of equity, under the 400 of maintenance margin.
        BacktestResult run = Bought(40m, Levered with
        {
            Funding = new Dictionary<string, IReadOnlyList<FundingRate>> { [S] = [new(Market.Start.AddMinutes(2), 0.2m)] },
        }, Flat, Flat, Flat);
        Assert.Equal((100m, 200, 400), (run.Liquidations[0].Price, run.Liquidations[0].Equity, run.Liquidations[0].MaintenanceMargin));
        Assert.Equal(Market.Start.AddMinutes(2), run.Liquidations[0].Time);
    }

    [Fact]
    public void A_strategy_learns_of_its_liquidation()
    {
        var seen = new List<(double, ProtectiveExit)>();
        Backtest.Run(Market.OfBars(Flat, Flat, (100, 300, 100, 300), Flat), Market.Deciding((moment, targets) =>
        {
            seen.Add((targets[0], targets.ExitOf(0)));
            if (moment == 0)
                targets[0] = -1;
        }), Market.Free);
        Assert.Equal([(0, ProtectiveExit.None), (-1, ProtectiveExit.None), (0, ProtectiveExit.Liquidation), (0, ProtectiveExit.Liquidation)], seen);
    }

    [Fact]
    public void An_account_that_owes_nothing_cannot_be_liquidated()
    {
        Assert.Empty(Bought(10m, Levered, Flat, Flat, (100, 100, 0.01, 0.01)).Liquidations);
    }

    [Fact]
    public void Wrong_rules_are_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Margin { Leverage = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Margin { LiquidationFee = -1m });
        Assert.Throws<ArgumentException>(() => new Margin { Brackets = [] });
        Assert.Throws<ArgumentException>(() => new Margin { Brackets = [new(1, 0.1, 10)] });
        Assert.Throws<ArgumentException>(() => new Margin { Brackets = [new(0, 0.1, 10), new(0, 0.2, 5)] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Margin { Brackets = [new(0, 1, 10)] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Margin { Brackets = [new(0, 0.1, 0)] });
    }

    private static BacktestResult Bought(decimal quantity, BacktestOptions options, params (double, double, double, double)[] bars) =>
        Ordered(OrderRequest.Market(S, OrderSide.Buy, quantity), options, bars);

    private static BacktestResult Ordered(OrderRequest request, BacktestOptions options, params (double, double, double, double)[] bars) =>
        Run(Market.OfBars(bars), request, options);

    private static BacktestResult Run(CandleSeries candles, OrderRequest request, BacktestOptions options) =>
        Backtest.Run(candles, Market.Ordering((moment, desk) => _ = moment == 0 ? desk.Submit(request) : null), options);

    private static BacktestResult Guarded(OrderRequest exit, params (double, double, double, double)[] bars) => Guarded(exit, Levered, bars);

    private static BacktestResult Guarded(OrderRequest exit, BacktestOptions options, params (double, double, double, double)[] bars) =>
        Backtest.Run(Market.OfBars(bars), Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 40));
            if (moment == 1)
                desk.Submit(exit with { ReduceOnly = true });
        }), options);
}
