using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Tests.Matching;

/// <summary>Take-profit, stop-loss and trailing stops.</summary>
public class ExitTests
{
    [Fact]
    public void Exits_attached_to_an_entry_stand_from_its_first_fill()
    {
        var floor = new Floor { LevelSize = 3 };
        Order entry = floor.Limit(5, 100.5m, request => request with { Exits = new ExitTerms { TakeProfit = 120, StopLoss = 95 } });
        Assert.Equal((3m, 120m, 95m), (floor.Position().Size, floor.Position().TakeProfit, floor.Position().StopLoss));
        Assert.Equal([("TakeProfit", 3m, 120m), ("StopLoss", 3m, 95m)], floor.Open.Where(order => order.IsExit).Select(order => (order.StopOrderType, order.Quantity, order.TriggerPrice)));
        Assert.All(floor.Open.Where(order => order.IsExit), order => Assert.Equal((true, true, "", entry.LinkId), (order.ReduceOnly, order.CloseOnTrigger, order.LinkId, order.ParentLinkId)));
        floor.Pass(100);
        Assert.Equal(5m, floor.Position().Size);
        Assert.All(floor.Open.Where(order => order.IsExit), order => Assert.Equal(5m, order.Quantity));
    }

    [Fact]
    public void A_stop_closes_the_whole_position_and_ends_what_else_stands()
    {
        var floor = new Floor();
        floor.Market(4, request => request with { Exits = new ExitTerms { TakeProfit = 120, StopLoss = 95 } });
        Order profit = floor.Open.Single(order => order.StopOrderType == "TakeProfit"), loss = floor.Open.Single(order => order.StopOrderType == "StopLoss");
        floor.Pass(94.5m);
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal(["Untriggered", "Triggered", "Filled"], floor.States(loss));
        Assert.Equal((OrderStatus.Deactivated, "CancelByTpSlTsClear"), (profit.Status, profit.CancelType));
        Assert.Equal(("CreateByStopLoss", 94.5m), (floor.Executions[^1].CreateType, floor.Executions[^1].Price));
        Assert.Equal((0m, 0m), (floor.Position().TakeProfit, floor.Position().StopLoss));
    }

    [Fact]
    public void Partial_exits_are_pairs_of_which_one_ends_the_other()
    {
        var floor = new Floor();
        floor.Market(4);
        Set(floor, new ExitTerms { IsPartial = true, Size = 1, TakeProfit = 110, StopLoss = 95 });
        Set(floor, new ExitTerms { IsPartial = true, Size = 2, TakeProfit = 120, StopLoss = 90 });
        Assert.Equal(4, floor.Open.Count);
        floor.Pass(110);
        Assert.Equal(3m, floor.Position().Size);
        Order ended = floor.Engine.Floor.Orders.Closed.Single(order => order.StopOrderType == "PartialStopLoss");
        Assert.Equal((95m, "CancelByOCOSlCanceledByTpTriggered"), (ended.TriggerPrice, ended.CancelType));
        floor.Cancel(floor.Open.First(order => order.StopOrderType == "PartialTakeProfit"));
        Assert.Empty(floor.Open);
        Assert.Equal(110058, Floor.Code(() => Set(floor, new ExitTerms { IsPartial = true, Size = 4, StopLoss = 90 })));
    }

    [Fact]
    public void A_trailing_stop_follows_the_best_price_from_its_activation()
    {
        var floor = new Floor();
        floor.Market(4);
        floor.Engine.Do(now => floor.Engine.Positions.SetStops(floor.Position(), new StopRequest(new ExitTerms(), false, false, Trailing: 5, ActivePrice: 110), now));
        floor.Pass(104.5m);
        floor.Pass(99);
        Assert.Equal(4m, floor.Position().Size); // not active yet
        floor.Pass(111);
        floor.Pass(115);
        floor.Pass(110.5m);
        Assert.Equal(4m, floor.Position().Size);
        floor.Pass(110);
        Assert.Equal(0m, floor.Position().Size);
        Assert.Equal("CreateByTrailingStop", floor.Executions[^1].CreateType);
        Assert.Equal(0m, floor.Position().TrailingStop);
    }

    [Fact]
    public void The_wrong_side_no_position_and_no_change_have_their_codes()
    {
        var floor = new Floor();
        Assert.Equal(10001, Floor.Code(() => Set(floor, new ExitTerms { StopLoss = 95 })));
        floor.Market(4);
        Assert.Equal(10001, Floor.Code(() => Set(floor, new ExitTerms { StopLoss = 105 })));
        Assert.Equal(10001, Floor.Code(() => Set(floor, new ExitTerms { TakeProfit = 95 })));
        Set(floor, new ExitTerms { StopLoss = 95 });
        Assert.Equal(34040, Floor.Code(() => Set(floor, new ExitTerms { StopLoss = 95 })));
        Set(floor, new ExitTerms { StopLoss = 96 });
        Assert.Equal(96m, Assert.Single(floor.Open).TriggerPrice);
        floor.Engine.Do(now => floor.Engine.Positions.SetStops(floor.Position(), new StopRequest(new ExitTerms(), false, true, null, null), now));
        Assert.Empty(floor.Open);
        Assert.Equal(10001, Floor.Code(() => floor.Limit(1, 99, request => request with { Exits = new ExitTerms { StopLoss = 99.5m } })));
    }

    private static void Set(Floor floor, ExitTerms terms) => floor.Engine.Do(now => floor.Engine.Positions.SetStops(
        floor.Position(), new StopRequest(terms, terms.TakeProfit > 0, terms.StopLoss > 0, null, null), now));
}
