using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Without leverage no purchase takes more cash than there is.</summary>
public class CashLimitTests
{
    private const string S = "TEST";

    [Theory]
    [InlineData(InstrumentKind.Spot, 0.001, 110, 90.909)]
    [InlineData(InstrumentKind.Spot, 1, 110, 90)]
    [InlineData(InstrumentKind.Spot, 0.3, 137, 72.9)]
    [InlineData(InstrumentKind.Linear, 0.01, 110, 90.90)]
    [InlineData(InstrumentKind.Linear, 0, 110, 90.909090909)]
    public void A_purchase_that_opens_higher_is_cut_to_the_cash(InstrumentKind kind, double lot, double open, double quantity)
    {
        BacktestOptions options = Of(new Instrument(S, kind, 0.01m, (decimal)lot));
        BacktestResult run = Backtest.Run(Market.Of((100, 100), (open, open), (open, open)), Market.Wanting(1), options);
        Assert.Equal((decimal)quantity, Assert.Single(run.Fills).Quantity);
        Assert.InRange(run.FinalCash, 0m, (decimal)Math.Max(lot, 1e-8) * (decimal)open);
        Assert.Equal(OrderState.Filled, Assert.Single(run.Orders).State);
        Assert.Empty(run.Refusals);
    }

    [Fact]
    public void The_fee_is_paid_from_the_same_cash()
    {
        BacktestOptions options = Of(new Instrument(S, InstrumentKind.Spot, 0.01m, 0.01m)) with { Fees = new FeeSchedule(0m, 0.01m) };
        BacktestResult run = Backtest.Run(Market.Of((100, 100), (110, 110), (110, 110)), Market.Wanting(1), options);
        Assert.Equal(90.00m, run.Fills[0].Quantity); // 10,000 / (110 · 1.01) is 90.009
        Assert.Equal(10_000m - 90m * 110m * 1.01m, run.FinalCash);
    }

    [Fact]
    public void Fee_and_slippage_together_fit_a_full_target()
    {
        // At an open that is the close nothing has to be cut: what is left is less than the smallest step of the quantity.
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 100), Market.Wanting(1), Market.Free with { Fees = new FeeSchedule(0m, 0.002m), Slippage = Slippage.Bps(50) });
        Assert.InRange(run.FinalCash, 0m, 1e-6m);
    }

    [Fact]
    public void A_reversal_closes_the_short_whole_and_buys_what_is_left()
    {
        // Ten short at 100 leave 2,000 of cash; at 125 twenty would cost 2,500, and sixteen cost 2,000.
        BacktestResult run = Backtest.Run(Market.Of((100, 100), (100, 100), (125, 125), (125, 125)), Market.Wanting(-1, 1), Of(new Instrument(S, InstrumentKind.Linear, 0.01m, 1m)) with { Cash = 1_000m });
        Assert.Equal([-10m, 16m], run.Fills.Select(f => f.SignedQuantity));
        Assert.Equal(0m, run.FinalCash);
    }

    [Fact]
    public void With_leverage_cash_may_be_borrowed()
    {
        BacktestOptions options = Of(new Instrument(S, InstrumentKind.Spot, 0.01m, 0.01m)) with { Margin = new Margin { Leverage = 2 } };
        BacktestResult run = Backtest.Run(Market.Of((100, 100), (110, 110)), Market.Wanting(1), options);
        Assert.Equal((100m, -1_000m), (run.Fills[0].Quantity, run.FinalCash));
    }

    [Fact]
    public void An_order_of_a_stated_quantity_is_cut_and_says_so()
    {
        IOrderAlgorithm algorithm = Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 100m));
        });
        BacktestResult run = Backtest.Run(Market.Of((100, 100), (110, 110)), algorithm, Of(new Instrument(S, InstrumentKind.Spot, 0.01m, 1m)));
        Assert.Equal((90m, 90m), (run.Fills[0].Quantity, run.Orders[0].Quantity));
        Assert.Equal("To buy 100 TEST: cash of 10000 does not pay for it at 110. It is cut to 90.", Assert.Single(run.Refusals).Reason);
    }

    [Fact]
    public void Cash_that_pays_for_no_lot_refuses()
    {
        BacktestResult run = Backtest.Run(Market.Of((9_000, 9_000), (11_000, 11_000)), Market.Wanting(1), Of(new Instrument(S, InstrumentKind.Spot, 0.01m, 1m)));
        Assert.Empty(run.Fills);
        Assert.Equal(OrderState.Refused, Assert.Single(run.Orders).State);
        Assert.Contains("cash of 10000 does not pay for it at 11000", run.Refusals[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public void A_rotation_pays_with_what_it_sells_at_the_same_open(string from, string to)
    {
        // All of one symbol, then all of the other, which opens 10 % higher than it closed.
        (int, double, double)[] flat = [(0, 100, 100), (1, 100, 100), (2, 100, 100), (3, 100, 100)], rising = [(0, 50, 50), (1, 50, 50), (2, 55, 55), (3, 55, 55)];
        CandleSeries[] series = [.. new[] { (from, flat), (to, rising) }.OrderBy(s => s.Item1, StringComparer.Ordinal).Select(s => Market.Of(s.Item1, s.Item2))];
        int first = Array.FindIndex(series, s => s.Symbol == from);
        BacktestResult run = Backtest.Run(series, Market.Deciding((moment, targets) => (targets[first], targets[1 - first]) = moment == 0 ? (1, 0) : (0, 1)), Market.Free with { Cash = 1_100m });
        Assert.Equal([(from, 11m), (from, -11m), (to, 20m)], run.Fills.Select(f => (f.Symbol, f.SignedQuantity)));
        Assert.Equal([1, 2, 2], run.Fills.Select(f => (f.Time - Market.Start).Minutes));
        Assert.Equal(0m, run.FinalCash);
        Assert.Empty(run.Refusals);
    }

    [Fact]
    public void What_a_later_sale_pays_for_waits_for_it()
    {
        // B has no candle at minute 2, so that it is sold at minute 3; A waits for the cash.
        CandleSeries a = Market.Of("A", (0, 50, 50), (1, 50, 50), (2, 50, 50), (3, 50, 50), (4, 50, 50)), b = Market.Of("B", (0, 100, 100), (1, 100, 100), (3, 100, 100), (4, 100, 100));
        BacktestResult run = Backtest.Run([a, b], Market.Deciding((moment, targets) => (targets[0], targets[1]) = moment == 0 ? (0, 1) : (1, 0)), Market.Free);
        Assert.Equal([("B", 1), ("B", 3), ("A", 3)], run.Fills.Select(f => (f.Symbol, (f.Time - Market.Start).Minutes)));
        Assert.Equal(0m, run.FinalCash);
    }

    [Fact]
    public void The_sweep_cuts_as_the_engine_does()
    {
        CandleSeries candles = RandomRules.Candles(new Random(4));
        IStrategy[] strategies = [.. Enumerable.Range(0, 30).Select(i => RandomRules.Strategy(new Random(i)))];
        foreach (Instrument instrument in (Instrument[])[Instrument.Default(S), new(S, InstrumentKind.Spot, 0.01m, 0.001m), new(S, InstrumentKind.Spot, 0.05m, 0.0025m, MinQuantity: 0.01m)])
        {
            IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, strategies, Of(instrument), new SweepOptions { KeepFills = true });
            Assert.Contains(trials, t => !t.IsByEngine && t.FillCount > 10);
            for (int i = 0; i < strategies.Length; i++)
            {
                BacktestResult run = Backtest.Run(candles, strategies[i], Of(instrument));
                Assert.Equal(run.Fills.Select(f => f with { Order = 0 }), trials[i].Fills);
                decimal cash = run.Options.Cash;
                Assert.All(run.Fills, f => Assert.True((cash -= f.Paid + f.Fee) >= 0 || run.Trades.Any(t => !t.IsLong)));
            }
        }
    }

    private static BacktestOptions Of(Instrument instrument) => Market.Free with
    {
        Cash = 10_000m, Instruments = new Dictionary<string, Instrument> { [S] = instrument },
    };
}
