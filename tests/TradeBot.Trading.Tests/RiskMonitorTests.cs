using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>What a run tells its risk policy, and what it does when a loss has gone too far.</summary>
public class RiskMonitorTests
{
    private static readonly CandleSeries Flat = Market.OfCloses(100, 100, 100, 100, 100);

    [Theory]
    [InlineData(5, 5, true)]
    [InlineData(5, 5.01, false)]
    public void Resting_orders_count_as_filled(double first, double second, bool approved)
    {
        Order? last = null;
        Backtest.Run(Flat, Market.Ordering((moment, desk) =>
        {
            if (moment != 0)
                return;
            desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, (decimal)first, 90m));
            last = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, (decimal)second, 80m));
        }), Market.Free);

        // Valued at the last price, 100: of 1,000 at most 10 units.
        Assert.Equal(approved ? null : "Gross exposure would be 1.001 of equity; the limit is 1.", last!.State == OrderState.Refused ? last.Reason : null);
    }

    [Fact]
    public void Of_a_pair_of_which_one_fills_only_the_larger_counts()
    {
        OrderState[] states = [];
        Backtest.Run(Flat, Market.Ordering((moment, desk) =>
        {
            if (moment != 0)
                return;
            (Order first, Order second) = desk.SubmitOneCancelsOther(
                OrderRequest.Limit("TEST", OrderSide.Buy, 9m, 90m), OrderRequest.Stop("TEST", OrderSide.Buy, 8m, 110m));
            Order third = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1m, 80m));
            Order fourth = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 0.1m, 80m));
            states = [first.State, second.State, third.State, fourth.State];
        }), Market.Free);
        Assert.Equal([OrderState.Working, OrderState.Working, OrderState.Working, OrderState.Refused], states);
    }

    [Fact]
    public void Opposite_resting_orders_are_judged_by_the_worse_side()
    {
        Order? sell = null;
        Backtest.Run(Flat, Market.Ordering((moment, desk) =>
        {
            if (moment != 0)
                return;
            desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 10m, 90m));
            sell = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Sell, 10m, 110m));
        }), Market.Free);
        Assert.Equal("Expired", sell!.State.ToString());
    }

    [Fact]
    public void Reduce_only_orders_pass_whatever_the_limits()
    {
        Order? exit = null;
        Backtest.Run(Flat, Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 5m));
            if (moment == 1)
                exit = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Sell, 50m, 100m) with { ReduceOnly = true });
        }), Market.Free with { Risk = new RiskPolicy { MaxOrderValue = 500 } });
        Assert.Equal(OrderState.Cancelled, exit!.State); // what exceeds the position is cut off
        Assert.Equal(45m, exit.Remaining);
    }

    [Fact]
    public void An_amendment_that_makes_an_order_larger_is_judged()
    {
        bool small = false, large = true;
        BacktestResult result = Backtest.Run(Flat, Market.Ordering((moment, desk) =>
        {
            if (moment != 0)
                return;
            Order order = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 5m, 90m));
            small = desk.Amend(order, quantity: 10m);
            large = desk.Amend(order, quantity: 10.1m);
        }), Market.Free);
        Assert.Equal((true, false), (small, large));
        Assert.Equal("To make buy 10 TEST one of 10.1: Gross exposure would be 1.01 of equity; the limit is 1.", result.Refusals[0].Reason);
    }

    [Fact]
    public void A_rotation_finds_room_whatever_the_order_of_the_symbols()
    {
        CandleSeries a = Market.Of("A", (0, 100, 100), (1, 100, 100), (2, 100, 100)), b = Market.Of("B", (0, 100, 100), (1, 100, 100), (2, 100, 100));
        IStrategy rotation = Market.Deciding((moment, targets) => (targets[0], targets[1]) = moment == 0 ? (0, 1) : (1, 0));
        BacktestResult result = Backtest.Run([a, b], rotation, Market.Free);
        Assert.Empty(result.Refusals);
        Assert.Equal(["A", "B", "B"], result.Fills.Select(f => f.Symbol).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.101, false)]
    public void The_kill_switch_flattens_at_its_border_and_nothing_opens_again(double limit, bool pulled)
    {
        // 10 units: equity 1,000, then 900, then 950.
        BacktestResult result = Backtest.Run(
            Market.OfCloses(100, 100, 90, 95, 95, 95), Market.Wanting(1, 1, 1, -1, 1),
            Market.Free with { Risk = new RiskPolicy { MaxDrawdown = limit, AtMaxDrawdown = KillSwitch.Flatten } });

        Assert.Equal(pulled, result.Refusals.Any(r => r.Symbol == OrderRefusal.Account));
        if (!pulled)
            return;
        Assert.Equal("The drawdown is 0.1 of equity, the limit 0.1: the kill switch is pulled.", result.Refusals[0].Reason);
        Assert.Equal(900m, result.FinalCash);
        Assert.Single(result.Trades);
        Assert.Equal(2, result.Fills.Count);
        Assert.Contains(result.Refusals, r => r.Symbol == "TEST" && r.Reason.Contains("kill switch", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kill_switch_blocks_entries_and_leaves_what_is_held()
    {
        BacktestResult result = Backtest.Run(
            Market.OfCloses(100, 100, 90, 90, 90), Market.Ordering((moment, desk) =>
            {
                if (moment == 0)
                {
                    desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 5m));
                    desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1m, 50m));
                    desk.Submit(OrderRequest.Limit("TEST", OrderSide.Sell, 1m, 150m));
                }
            }),
            Market.Free with { Risk = new RiskPolicy { MaxDrawdown = 0.05 } });
        Assert.Equal([OrderState.Filled, OrderState.Cancelled, OrderState.Expired], result.Orders.Select(o => o.State));
        Assert.StartsWith("Cancelled: The drawdown is 0.05 of equity", result.Orders[1].Reason, StringComparison.Ordinal);
        Assert.True(Assert.Single(result.Trades).IsOpen);
    }

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(0.0501, false)]
    public void The_loss_of_a_day_blocks_at_its_border_until_the_day_ends(double limit, bool blocks)
    {
        // Hours: from 1,000 to 950 within the first day; the close at 00:00 still belongs to it.
        CandleSeries candles = Hours(30, hour => hour < 3 ? 100 : 90);
        var blocked = new List<bool>();
        Backtest.Run(candles, Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 5m));
            Order probe = desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1m, 1m));
            blocked.Add(probe.State == OrderState.Refused);
            desk.Cancel(probe);
        }), Market.Free with { Risk = new RiskPolicy { MaxDailyLoss = limit } });

        Assert.Equal(Enumerable.Range(0, 30).Select(hour => blocks && hour is >= 3 and <= 23), blocked);
    }

    [Theory]
    [InlineData(true, 1, "refused")] // the same walk, the same side
    [InlineData(true, -1, "approved")] // the same walk, opposite sides
    [InlineData(false, -1, "refused")] // mirrored walks, opposite sides
    [InlineData(false, 1, "approved")]
    public void Positions_that_move_together_share_a_limit(bool sameWalk, int side, string expected)
    {
        double[] walk = [100, 101, 100.5, 102, 101, 103, 102, 102.5, 103, 102];
        CandleSeries a = Market.Of("A", [.. walk.Select((p, i) => (i, p, p))]);
        CandleSeries b = Market.Of("B", [.. walk.Select((p, i) => sameWalk ? p : 10_000 / p).Select((p, i) => (i, p, p))]);
        IStrategy both = Market.Deciding((moment, targets) =>
        {
            if (moment == 6)
                targets[0] = 0.4;
            if (moment == 7)
                targets[1] = 0.4 * side;
        });
        BacktestResult result = Backtest.Run([a, b], both, Market.Free with { Risk = new RiskPolicy { Correlation = new CorrelationCap(0.5, Lookback: 5) } });
        Assert.Equal(expected, result.Refusals.Any(r => r.Reason.Contains("moves together", StringComparison.Ordinal)) ? "refused" : "approved");
    }

    [Fact]
    public void A_correlation_that_is_not_known_counts_as_moving_together()
    {
        CandleSeries a = Market.Of("A", (0, 100, 100), (1, 100, 100)), b = Market.Of("B", (0, 100, 100), (1, 100, 100));
        IStrategy both = Market.Deciding((_, targets) => (targets[0], targets[1]) = (0.4, 0.4));
        BacktestResult result = Backtest.Run([a, b], both, Market.Free with { Risk = new RiskPolicy { Correlation = new CorrelationCap(0.5) } });
        Assert.Contains("Exposure that moves together would be 0.8 of equity; the limit is 0.5.", Assert.Single(result.Refusals).Reason, StringComparison.Ordinal);
    }

    private static CandleSeries Hours(int count, Func<int, double> close)
    {
        double[] closes = [.. Enumerable.Range(0, count).Select(close)];
        long[] times = [.. Enumerable.Range(0, count).Select(i => UnixTime.FromDateTime(Market.Start.AddHours(i)))];
        return new CandleSeries("TEST", Timeframe.OneHour, times, closes, closes, closes, closes, closes);
    }
}
