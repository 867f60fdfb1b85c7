using TradeBot.MarketData;
using TradeBot.Strategies;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Trading.Tests;

/// <summary>What becomes of a target that could not be taken, row by row, and that a rule does not believe that it holds.</summary>
public class RefusedTargetTests
{
    private const string S = "TEST";

    /// <summary>Orders below 300 are refused.</summary>
    private static readonly BacktestOptions Picky = Market.Free with
    {
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.01m, 1m, MinNotional: 300m) },
    };

    [Fact]
    public void A_rule_that_was_refused_enters_when_its_condition_is_true_again()
    {
        // At 110 the size is 0.2, one lot, 110: refused, and nothing to wait five candles for. At 140 it is 0.5, three lots.
        IStrategy rule = Strategy.On(S, Timeframe.OneMinute)
            .Long(when: Close.CrossesAbove(100), size: (Close - 90) / 100).Exit(when: Close < 50).Cooldown(5)
            .Build();
        BacktestResult run = Backtest.Run(Market.OfCloses(90, 110, 99, 140, 140, 140), rule, Picky);
        Assert.Equal([OrderState.Refused, OrderState.Filled], run.Orders.Select(o => o.State));
        Assert.Equal((Market.Start.AddMinutes(4), 3m), (run.Fills[0].Time, run.Fills[0].Quantity));
    }

    [Fact]
    public void A_pyramid_that_was_refused_may_still_be_built()
    {
        // Five at 100. At 110, 0.7 of 1,050 is one more, 110: refused. At 80, 0.7 of 900 is two more, 160.
        IStrategy rule = Strategy.On(S, Timeframe.OneMinute)
            .Long(when: Close > 50, size: 0.5).Pyramid(when: Close > 105 | Close < 95, size: 0.2)
            .Build();
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 100, 110, 100, 80, 80, 80), rule, Picky with
        {
            Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.01m, 1m, MinNotional: 150m) },
        });
        Assert.Equal([5m, 2m], run.Fills.Select(f => f.Quantity));
        Assert.Equal([OrderState.Filled, OrderState.Refused, OrderState.Filled], run.Orders.Select(o => o.State));
    }

    [Fact]
    public void A_refused_entry_reads_0_and_says_why()
    {
        List<(double, bool)> seen = Watch([0.1, double.NaN, double.NaN], Picky, 100, 100, 100, 100);
        Assert.Equal([(0, false), (0, true), (0, true)], seen[..3]);
    }

    [Fact]
    public void A_refused_growth_keeps_the_position_and_its_target()
    {
        List<(double, bool)> seen = Watch([0.5, 0.6, double.NaN, double.NaN], Picky, 100, 100, 100, 100);
        Assert.Equal([(0, false), (0.5, false), (0.5, true), (0.5, true)], seen);
    }

    [Fact]
    public void A_refused_reversal_closes_the_position()
    {
        // Fourteen would be sold, and five may be, which is no more than what is held.
        BacktestResult run = Run([0.5, -0.9, double.NaN, double.NaN], Picky with { Risk = new RiskPolicy { MaxOrderValue = 500 } }, out List<(double, bool)> seen, 100, 100, 100, 100);
        Assert.Equal([5m, -5m], run.Fills.Select(f => f.SignedQuantity));
        Assert.Equal([OrderState.Filled, OrderState.Refused, OrderState.Filled], run.Orders.Select(o => o.State));
        Assert.Equal([(0, false), (0.5, false), (0, true), (0, true)], seen);
    }

    [Fact]
    public void A_target_below_a_lot_closes_the_position_and_is_refused()
    {
        BacktestResult run = Run([0.5, 0.05, double.NaN], Picky, out List<(double, bool)> seen, 100, 100, 100, 100);
        Assert.Equal([5m, -5m], run.Fills.Select(f => f.SignedQuantity));
        Assert.Equal("The target of 0.05 is worth less than a lot of 1.", run.Refusals.Single().Reason);
        Assert.Equal((0, true), seen[2]);
    }

    [Fact]
    public void The_same_target_stated_at_every_candle_is_tried_again_and_each_refusal_is_counted()
    {
        // 0.2 of 1,000 never makes 300, at none of the 50 closes; one order stands for all.
        BacktestResult run = Run([0.2], Picky, out _, [.. Enumerable.Repeat(100.0, 50)]);
        Assert.Equal(50, run.Refusals.Count);
        Assert.Single(run.Orders);

        // Where only the numbers differ the words of the first are counted; where the cause differs, the new ones.
        run = Run([0.2], Picky, out _, 100, 90, 80, 201, 201);
        Assert.Equal(3, run.Refusals.Count(r => r.Reason == "To buy 2 TEST: the smallest order value is 300, this is 200."));
        Assert.Equal(2, run.Refusals.Count(r => r.Reason == "The target of 0.2 is worth less than a lot of 1."));

        // Two at 110 are 220; one at 315 goes.
        run = Run([0.32], Picky, out _, 110, 110, 110, 315, 315, 315);
        Assert.Equal((1m, 315m), (run.Fills.Single().Quantity, run.Fills.Single().Price));
    }

    [Fact]
    public void A_position_closed_by_the_kill_switch_reads_0()
    {
        BacktestOptions options = Market.Free with { Risk = new RiskPolicy { MaxDrawdown = 0.1, AtMaxDrawdown = KillSwitch.Flatten } };
        BacktestResult run = Run([0.5, double.NaN, double.NaN], options, out List<(double, bool)> seen, 100, 100, 70, 70, 70);
        Assert.Equal([5m, -5m], run.Fills.Select(f => f.SignedQuantity));
        Assert.Equal([(0, false), (0.5, false), (0.5, false), (0, true), (0, true)], seen);
    }

    [Fact]
    public void Every_part_of_a_portfolio_learns_of_a_refusal()
    {
        var seen = new List<double>();
        IStrategy part = Market.Deciding((moment, targets) =>
        {
            seen.Add(targets[0]);
            if (moment == 0)
                targets[0] = 0.2;
        });
        Backtest.Run(Market.OfCloses(100, 100, 100), Strategy.Portfolio("both", (part, 0.5)), Picky);
        Assert.Equal([0, 0, 0], seen);
    }

    /// <summary>The targets that a strategy read, and whether it read a refusal, at each decision.</summary>
    private static List<(double, bool)> Watch(double[] targets, BacktestOptions options, params double[] closes)
    {
        Run(targets, options, out List<(double, bool)> seen, closes);
        return seen;
    }

    /// <summary>States one target per moment, none where it is NaN, and the last at every later one.</summary>
    private static BacktestResult Run(double[] targets, BacktestOptions options, out List<(double, bool)> seen, params double[] closes)
    {
        var read = seen = [];
        return Backtest.Run(Market.OfCloses(closes), Market.Deciding((moment, exposures) =>
        {
            read.Add((exposures[0], exposures.RefusalOf(0) is not null));
            double target = targets[Math.Min(moment, targets.Length - 1)];
            if (!double.IsNaN(target))
                exposures[0] = target;
        }), options);
    }
}
