using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Targets of several symbols whose sum does not fit the limits, because prices have moved what is held.</summary>
public class LimitedTargetTests
{
    private static readonly CandleSeries Aaa = Daily("AAA", 0, [.. Enumerable.Range(0, 30).Select(i => 100.0 + 3 * i)]);
    private static readonly CandleSeries Bbb = Daily("BBB", 10, [.. Enumerable.Range(0, 20).Select(i => 50.0 + i)]);
    private static readonly IStrategy HalfEach = Strategy.OnEach(["AAA", "BBB"], Timeframe.OneDay).Long(Expressions.Close > 0).Build();

    [Fact]
    public void A_target_that_does_not_fit_is_cut_to_what_does()
    {
        // 50 AAA at 100. On 11 January they are worth 6,500 of 11,500, which leaves 5,000: 100 BBB at 50.
        BacktestResult run = Backtest.Run([Aaa, Bbb], HalfEach, Free);
        Assert.Equal([("AAA", 50m), ("BBB", 100m)], run.Fills.Select(f => (f.Symbol, decimal.Round(f.Quantity, 6))));
        Assert.Equal(16_250, run.Equity.Final, 1e-3);
        Assert.True(run.FinalCash >= 0);
        string reason = Assert.Single(run.Refusals).Reason;
        Assert.Equal("To buy 115 BBB: Gross exposure would be 1.065 of equity; the limit is 1. It is cut to 100.", reason);
    }

    [Fact]
    public void With_a_tolerance_what_has_drifted_makes_room()
    {
        // On 11 January AAA is worth 750 more than half of 11,500, 6.5 %; on the tenth it was 5.9 %.
        BacktestResult run = Backtest.Run([Aaa, Bbb], HalfEach, Free with { RebalanceTolerance = 0.06 });
        Assert.Equal(["AAA", "AAA", "BBB"], run.Fills.Select(f => f.Symbol));
        Assert.Equal(16_206.15, run.Equity.Final, 0.01); // 5,750 · 187 / 130 + 115 · 69
        Assert.Empty(run.Refusals);
        Assert.Equal("beyond 0.06 of equity", run.Manifest.Options["rebalance"]);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.03)]
    public void Rebalancing_holds_each_position_at_its_target_within_the_tolerance(double tolerance)
    {
        BacktestResult run = Backtest.Run([Aaa, Bbb], HalfEach, Free with { RebalanceTolerance = tolerance });
        var held = new Dictionary<string, double> { ["AAA"] = 0, ["BBB"] = 0 };
        double cash = 10_000;
        int next = 0;
        for (int day = 0; day < 30; day++)
        {
            for (; next < run.Fills.Count && run.Fills[next].Time <= Aaa.OpenTimeAt(day); next++)
            {
                held[run.Fills[next].Symbol] += (double)run.Fills[next].SignedQuantity;
                cash -= (double)run.Fills[next].Paid;
            }

            // The opens are the closes before, so that what was traded here was decided at these prices.
            double a = held["AAA"] * Aaa.Open[day], b = day > 10 ? held["BBB"] * Bbb.Open[day - 10] : 0, equity = cash + a + b;
            Assert.True(cash >= -1e-6);
            if (day >= 1)
                Assert.InRange(a / equity, 0.5 - tolerance - 1e-6, 0.5 + tolerance + 1e-6);
            if (day >= 11)
                Assert.InRange(b / equity, 0.5 - tolerance - 1e-6, 0.5 + tolerance + 1e-6);
        }

        Assert.All(run.Refusals, r => Assert.EndsWith("the data ends before a candle opens at which it could trade.", r.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rotation_into_a_third_symbol_beside_one_that_has_grown_is_cut()
    {
        // Half each of A and B; A doubles and B gives its place to C, for which a third of equity is left.
        CandleSeries a = Market.Of("A", (0, 10, 10), (1, 10, 20), (2, 20, 20), (3, 20, 20)), b = Market.Of("B", (0, 10, 10), (1, 10, 10), (2, 10, 10), (3, 10, 10)), c = Market.Of("C", (0, 10, 1), (1, 1, 30), (2, 30, 30), (3, 30, 30));
        IStrategy rotation = Strategy.Rotate(Expressions.Close).Hold(2).Build();
        BacktestResult run = Backtest.Run([a, b, c], rotation, Free with { Cash = 300m });
        Assert.Equal([("A", 15m), ("B", 15m), ("B", -15m), ("C", 5m)], run.Fills.Select(f => (f.Symbol, decimal.Round(f.SignedQuantity, 6))));
        Assert.Contains("Gross exposure would be 1.167 of equity", Assert.Single(run.Refusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gross exposure", 4, 4)]
    [InlineData("Net exposure", 3, 4)]
    [InlineData("Leverage", 3, 4)]
    [InlineData("The position in TEST", 2, 4)]
    [InlineData("The order's value", 7, 4)]
    [InlineData("The position's value in TEST", 6, 4)]
    public void Every_limit_that_a_smaller_order_meets_cuts(string limit, int quantity, decimal leverage)
    {
        // Equity of 1,000 and a target of 10 at 100 with any leverage.
        RiskPolicy policy = new() { MaxGrossExposure = 10 };
        policy = limit switch
        {
            "Gross exposure" => policy with { MaxGrossExposure = 0.4 },
            "Net exposure" => policy with { MaxNetExposure = 0.3 },
            "Leverage" => policy with { MaxLeverage = 0.3 },
            "The position in TEST" => policy with { MaxConcentration = 0.2 },
            "The order's value" => policy with { MaxOrderValue = 700 },
            _ => policy with { MaxPositionValue = 600 },
        };
        BacktestOptions options = Market.Free with { Risk = policy, Margin = new Margin { Leverage = (double)leverage } };
        foreach (double target in (double[])[1, -1])
        {
            BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 100), Market.Wanting(target), options);
            Assert.Equal(target * quantity, (double)Assert.Single(run.Fills).SignedQuantity, 1e-6);
            Assert.StartsWith($"To {(target > 0 ? "buy" : "sell")} 10 TEST: {limit} would be ", Assert.Single(run.Refusals).Reason, StringComparison.Ordinal);
            Assert.EndsWith($"It is cut to {quantity}.", run.Refusals[0].Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Margin_cuts_too()
    {
        BacktestOptions options = Market.Free with { Risk = new RiskPolicy { MaxGrossExposure = 10 }, Sizing = Sizing.FractionOfEquity(5), Margin = new Margin { Leverage = 3 } };
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 100), Market.Wanting(1), options);
        Assert.Equal(30, (double)Assert.Single(run.Fills).Quantity, 1e-6);
        Assert.Contains("Initial margin would be", Assert.Single(run.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reversal_is_cut_on_the_other_side()
    {
        BacktestOptions options = Market.Free with { Risk = new RiskPolicy { MaxNetExposure = 0.6 }, OtherInstruments = new Instrument("", InstrumentKind.Linear, 0.01m, 1m) };
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 100), Market.Wanting(0.5, -0.9), options);
        Assert.Equal([5m, -11m], run.Fills.Select(f => f.SignedQuantity));
    }

    [Fact]
    public void An_order_of_a_stated_quantity_is_refused_whole()
    {
        IOrderAlgorithm algorithm = Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 11m));
        });
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 100), algorithm, Market.Free);
        Assert.Empty(run.Fills);
        Assert.Equal(OrderState.Refused, Assert.Single(run.Orders).State);
    }

    private static BacktestOptions Free => Market.Free with { Cash = 10_000m };

    /// <summary>Days from 1 January whose opens are the closes before.</summary>
    private static CandleSeries Daily(string symbol, int from, double[] closes)
    {
        double[] opens = [closes[0], .. closes[..^1]];
        long[] times = [.. closes.Select((_, i) => UnixTime.FromDateTime(Market.Start.AddDays(from + i)))];
        double[] highs = [.. closes.Zip(opens, Math.Max)], lows = [.. closes.Zip(opens, Math.Min)], volumes = [.. closes.Select(_ => 1.0)];
        return new CandleSeries(symbol, Timeframe.OneDay, times, opens, highs, lows, closes, volumes);
    }
}
