using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Tests.Matching;

/// <summary>Positions, margin, liquidation, funding and fees, each with values worked by hand.</summary>
public class PositionTests
{
    [Fact]
    public void Profit_is_that_of_what_was_closed_at_the_average_price()
    {
        var floor = new Floor();
        floor.Market(2);           // 2 at 100.5
        floor.Pass(110);
        floor.Market(1);           // 1 at 110.5: average (201 + 110.5) / 3
        Assert.Equal(Math.Round(311.5m / 3, 8), floor.Position().AveragePrice);
        floor.Pass(120);
        Order close = floor.Market(-3); // 3 at 120
        Assert.Equal(360m - 311.5m, floor.Executions[^1].Profit);
        Assert.Equal(311.5m, close.ClosedEntryValue);
        Assert.Equal(360m - 311.5m - 360 * 0.00055m, close.ClosedProfit);
        Assert.Equal(10_000m + 360m - 311.5m - (201m + 110.5m + 360m) * 0.00055m, floor.Usdt);
        Assert.Equal(floor.Usdt - 10_000m, floor.Position().RealisedTotal);
    }

    [Fact]
    public void Parts_closed_add_up_to_the_whole_where_the_average_has_no_end()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m }, TakerFee = 0, MakerFee = 0 });
        floor.Market(1);
        floor.Pass(101);
        floor.Market(2);
        for (int i = 0; i < 3; i++)
            floor.Market(-1);
        Assert.Equal(10_000m + 3 * 101m - 100.5m - 2 * 101.5m, floor.Usdt);
    }

    [Fact]
    public void A_larger_order_turns_a_position()
    {
        var floor = new Floor();
        floor.Market(2);
        floor.Market(-5);
        Assert.Equal((-3m, 100m, 2m), (floor.Position().Size, floor.Position().AveragePrice, floor.Executions[^1].ClosedSize));
    }

    [Fact]
    public void Cross_margins_are_of_the_value_at_the_mark_price()
    {
        var floor = new Floor();
        floor.Market(10); // 10 at 100.5
        floor.Pass(110);
        PositionFigures figures = floor.Figures();
        // Value 1100, leverage 10; the fee to close is 1100 · 0.9 · 0.00055.
        Assert.Equal((1100m, 110m + 0.5445m, 5.5m, 95m), (figures.Margin.Value, figures.Margin.Initial, figures.Margin.Maintenance, figures.Unrealised));
        AccountFigures account = floor.Engine.Do(floor.Engine.Floor.Margin.At);
        decimal wallet = 10_000m - 1005m * 0.00055m;
        Assert.Equal((wallet, wallet + 95m, wallet + 95m - 110.5445m), (account.WalletBalance, account.MarginBalance, account.Available));
        // (1005.0 · 10 units: entry − wallet) / (10 · 0.995) is below 0: no price liquidates.
        Assert.Null(figures.Margin.Liquidation);
    }

    [Fact]
    public void Cross_liquidates_where_the_maintenance_margin_meets_the_balance()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 1_000m } });
        floor.Market(90); // 90 at 100.5 = 9045, fee 4.97475
        // 995.02525 + 90p − 9045 = 90p · 0.005, so p = 8049.97475 / 89.55.
        decimal liquidation = floor.Figures().Margin.Liquidation!.Value;
        Assert.Equal(Math.Round(8049.97475m / 89.55m, 8), liquidation); // 89.89…
        Order resting = floor.Limit(0.5m, 80);
        floor.Pass(90m);
        Assert.Equal(90m, floor.Position().Size);
        floor.Pass(89.5m);
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal("CancelAllBeforeLiq", resting.CancelType);
        Execution bust = floor.Executions[^1];
        Assert.Equal(("BustTrade", 89.5m, "", "CreateByTakeOver_PassThrough"), (bust.ExecType, bust.Price, bust.OrderLinkId, bust.CreateType));
        Assert.Equal(995.02525m + 90 * 89.5m - 9045m - 90 * 89.5m * 0.00055m, floor.Usdt);
    }

    [Fact]
    public void The_insurance_fund_tops_up_a_wallet_below_zero()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 1_000m } });
        floor.Market(90);
        floor.Pass(50);
        Assert.Equal(0m, floor.Usdt);
        Assert.Equal(1_000m + floor.Account.Wallet.Log.Sum(flow => flow.Change), floor.Usdt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Isolated_liquidates_at_its_own_price_and_loses_its_margin(int direction)
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m }, IsIsolated = true, TakerFee = 0 });
        floor.Market(10 * direction);
        decimal entry = direction > 0 ? 100.5m : 100m;
        PositionFigures figures = floor.Figures();
        // IM = 10 · entry / 10, MM = 10 · entry · 0.005; liquidation = entry − (IM − MM) / 10, mirrored for a short.
        decimal initial = entry, maintenance = 0.05m * entry;
        Assert.Equal(entry - direction * (initial - maintenance) / 10, figures.Margin.Liquidation);
        Assert.Equal(entry - direction * initial / 10, figures.Margin.Bankruptcy);
        floor.Engine.Do(now => floor.Engine.Positions.AddMargin(floor.Position(), 50, now));
        Assert.Equal(entry - direction * (initial - maintenance + 50) / 10, floor.Figures().Margin.Liquidation);
        floor.Engine.Do(now => floor.Engine.Positions.AddMargin(floor.Position(), -50, now));
        floor.Pass(direction > 0 ? 90.5m : 110m);
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal(10_000m - initial, floor.Usdt);
    }

    [Fact]
    public void A_larger_tier_takes_more_maintenance_without_a_jump()
    {
        Assert.Equal(10_000m, PositionMargin.MaintenanceOf(Floor.Linear, 2_000_000m));
        Assert.Equal(3_000_000m * 0.01m - 10_000m, PositionMargin.MaintenanceOf(Floor.Linear, 3_000_000m));
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000_000m }, Leverage = 100 });
        Assert.Equal(110086, Floor.Code(() => floor.Market(25_000)));
    }

    [Fact]
    public void An_inverse_contract_settles_in_its_base_coin()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["SYN"] = 10m }, TakerFee = 0 });
        floor.Market(201, request => request with { Contract = Floor.Inverse });  // 201 USD at 100.5 = 2 SYN
        floor.Pass(200);
        floor.Market(-201, request => request with { Contract = Floor.Inverse }); // at 200: 1.005 SYN
        Assert.Equal(10m + 2m - 1.005m, floor.Account.Wallet["SYN"]);
    }

    [Theory]
    [InlineData(5, -1)]
    [InlineData(-5, 1)]
    public void Funding_is_paid_by_longs_and_received_by_shorts(int size, int sign)
    {
        var floor = new Floor { Rate = 0.0001m };
        floor.Market(size);
        decimal before = floor.Usdt;
        floor.Pass(100, seconds: 8 * 3600);
        Assert.Equal(sign * 5 * 100 * 0.0001m, floor.Usdt - before);
        Execution funding = floor.Executions[^1];
        Assert.Equal(("Funding", "UNKNOWN", -sign * 0.05m, "", ""), (funding.ExecType, funding.OrderType, funding.Fee, funding.OrderId, funding.OrderLinkId));
        CashFlow flow = floor.Account.Wallet.Log[^1];
        Assert.Equal(("SETTLEMENT", sign * 0.05m, sign * 0.05m), (flow.Type, flow.Funding, flow.Change));
        Assert.Equal(size, floor.Position().Size);
    }

    [Fact]
    public void Spot_fees_are_in_the_coin_received_and_a_makers_rebate_in_the_other()
    {
        var floor = new Floor();
        floor.Market(1, request => request with { Contract = Floor.Spot });
        Assert.Equal((0.999m, 10_000m - 100.5m), (floor.Account.Wallet["SYN"], floor.Usdt));
        Assert.Equal(170131, Floor.Code(() => floor.Market(-1, request => request with { Contract = Floor.Spot })));
        floor.Market(-0.999m, request => request with { Contract = Floor.Spot });
        Assert.Equal((0m, 10_000m - 100.5m + 99.9m * 0.999m), (floor.Account.Wallet["SYN"], floor.Usdt));

        floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m }, SpotMakerFee = -0.001m });
        floor.Limit(1, 99, request => request with { Contract = Floor.Spot });
        Assert.Equal(99m, floor.Engine.Do(floor.Engine.Floor.Margin.At).Coins.Single(row => row.Coin == "USDT").Locked);
        floor.Pass(99);
        Assert.Equal((1m, 10_000m - 99m + 0.099m), (floor.Account.Wallet["SYN"], floor.Usdt));
    }

    [Fact]
    public void A_spot_market_buy_spends_a_value()
    {
        var floor = new Floor();
        Order order = floor.Market(1000, request => request with { Contract = Floor.Spot, IsByValue = true });
        Assert.Equal((OrderStatus.Filled, 9.95m, 9.95m * 100.5m), (order.Status, order.Executed, order.ExecutedValue)); // floor(1000 / 100.5, 0.001)
    }

    [Fact]
    public void A_spot_market_order_spends_no_more_than_there_is_at_the_worst_price_of_the_band()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 1_005m, ["SYN"] = 10m } });
        OrderRequest Spot(OrderRequest request) => request with { Contract = Floor.Spot };
        Assert.Equal(170131, Floor.Code(() => floor.Market(10, Spot))); // 10 · 101
        Assert.Equal(170131, Floor.Code(() => floor.Market(-995, request => Spot(request) with { IsByValue = true }))); // 995 / 99 = 10.05
        Assert.Equal(OrderStatus.Filled, floor.Market(-990, request => Spot(request) with { IsByValue = true }).Status);
        Assert.Equal(0.1m, floor.Account.Wallet["SYN"]); // 990 at 100
    }

    [Fact]
    public void Fees_are_taken_in_the_fee_coin_while_there_is_enough()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m, ["MNT"] = 0.2m }, FeeCoin = "MNT", FeeCoinPrice = 0.5m });
        floor.Market(1); // 100.5 · 0.00055 = 0.055275 USD = 0.11055 MNT
        Assert.Equal((10_000m, 0.2m - 0.11055m, "MNT"), (floor.Usdt, floor.Account.Wallet["MNT"], floor.Executions[^1].FeeCoin));
        floor.Market(1);
        Assert.Equal((10_000m - 0.055275m, "USDT"), (floor.Usdt, floor.Executions[^1].FeeCoin));
    }

    [Fact]
    public void Reduce_only_never_opens_and_never_turns()
    {
        var floor = new Floor();
        Assert.Equal(110017, Floor.Code(() => floor.Market(-1, request => request with { ReduceOnly = true })));
        floor.Market(2);
        Assert.Equal(110017, Floor.Code(() => floor.Market(1, request => request with { ReduceOnly = true })));
        Order resting = floor.Limit(-2, 110, request => request with { ReduceOnly = true });
        floor.Market(-5, request => request with { ReduceOnly = true });
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal((OrderStatus.Cancelled, "CancelByReduceOnly"), (resting.Status, resting.CancelType));
        floor.Market(3);
        floor.Market(0, request => request with { IsBuy = false, ReduceOnly = true, CloseOnTrigger = true });
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal(10001, Floor.Code(() => floor.Market(0, request => request with { ReduceOnly = true })));
    }

    [Fact]
    public void In_hedge_mode_long_and_short_stand_side_by_side()
    {
        var floor = new Floor(new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m }, IsHedged = true });
        Assert.Equal(10001, Floor.Code(() => floor.Market(1)));
        floor.Market(2, request => request with { PositionIndex = 1 });
        floor.Market(-3, request => request with { PositionIndex = 2 });
        Assert.Equal((2m, -3m), (floor.Position(1).Size, floor.Position(2).Size));
        floor.Market(-5, request => request with { PositionIndex = 1 }); // closes the long, no more
        Assert.Equal((0m, -3m), (floor.Position(1).Size, floor.Position(2).Size));
        Assert.Equal(110024, Floor.Code(() => floor.Engine.Do(now => floor.Engine.Positions.SwitchMode(Floor.Linear, isHedged: false, now))));
        floor.Market(3, request => request with { PositionIndex = 2 });
        floor.Engine.Do(now => floor.Engine.Positions.SwitchMode(Floor.Linear, isHedged: false, now));
        Assert.Equal(110025, Floor.Code(() => floor.Engine.Do(now => floor.Engine.Positions.SwitchMode(Floor.Linear, isHedged: false, now))));
        Assert.Equal(110029, Floor.Code(() => floor.Engine.Do(now => floor.Engine.Positions.SwitchMode(Floor.Inverse, isHedged: true, now))));
        Assert.Equal(10001, Floor.Code(() => floor.Market(1, request => request with { PositionIndex = 1 })));
    }

    [Fact]
    public void Leverage_is_set_within_its_limits_and_once()
    {
        var floor = new Floor();
        void Set(decimal buy, decimal sell) => floor.Engine.Do(now => floor.Engine.Positions.SetLeverage(Floor.Linear, buy, sell, now));
        Assert.Equal(110043, Floor.Code(() => Set(10, 10)));
        Assert.Equal(110013, Floor.Code(() => Set(101, 101)));
        Assert.Equal(10001, Floor.Code(() => Set(5, 6)));
        Set(5, 5);
        floor.Market(400); // 40,200 at 5: 8040
        Assert.Equal(110045, Floor.Code(() => Set(2, 2)));
        Assert.Equal(5m, floor.Position().Leverage);
    }
}
