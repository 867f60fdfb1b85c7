using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>The rule table of protective levels, row by row.</summary>
public class ProtectiveLevelTests
{
    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    private static readonly ProtectiveLevels Both = new(ProtectiveLevel.Fraction(0.05), ProtectiveLevel.Distance(10));

    [Fact]
    public void A_stop_is_measured_from_the_fill_and_works_in_its_candle()
    {
        // Decided at 100, filled at 104: the stop lies at 98.8.
        BacktestResult run = Guarded(Both, Flat, (104, 105, 98, 99), Flat);
        Assert.Equal([104m, 98.8m], run.Fills.Select(f => f.Price));
        Assert.Equal(ProtectiveExit.Stop, run.Orders[(int)run.Fills[1].Order - 1].Exit);
    }

    [Fact]
    public void A_take_profit_closes_and_the_next_decision_sees_a_target_of_0()
    {
        var seen = new List<(double, ProtectiveExit)>();
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, (100, 111, 99, 100), Flat), Market.Deciding((moment, targets) =>
        {
            seen.Add((targets[0], targets.ExitOf(0)));
            if (moment == 0)
                Enter(targets, 1, Both);
        }), Market.Free);
        Assert.Equal([100m, 110m], run.Fills.Select(f => f.Price));
        Assert.Equal([(0, ProtectiveExit.None), (1, ProtectiveExit.None), (0, ProtectiveExit.TakeProfit), (0, ProtectiveExit.TakeProfit)], seen);
    }

    [Fact]
    public void A_gap_closes_at_the_open_worse_for_a_stop_and_better_for_a_target()
    {
        Assert.Equal(90m, Guarded(Both, Flat, Flat, (90, 91, 89, 90)).Fills[1].Price);
        Assert.Equal(120m, Guarded(Both, Flat, Flat, (120, 121, 119, 120)).Fills[1].Price);
    }

    [Fact]
    public void A_short_is_guarded_the_other_way_round()
    {
        BacktestResult run = Backtest.Run(
            Market.OfBars(Flat, Flat, (100, 106, 100, 100), Flat), Market.Deciding((moment, targets) => Enter(targets, moment == 0 ? -1 : targets[0], Both)), Market.Free);
        Assert.Equal([100m, 105m], run.Fills.Select(f => f.Price));
    }

    [Fact]
    public void A_trailing_stop_follows_the_best_price_since_the_fill()
    {
        BacktestResult run = Guarded(
            new ProtectiveLevels(TrailingStop: ProtectiveLevel.Distance(5)), Flat, (100, 100, 98, 99), (99, 109, 99, 108), (108, 108, 103, 103));
        Assert.Equal([100m, 104m], run.Fills.Select(f => f.Price));
    }

    [Fact]
    public void Both_levels_in_one_candle_are_reported_with_their_bounds()
    {
        BacktestResult run = Guarded(Both, Flat, (100, 111, 94, 100), Flat);
        AmbiguousExit exit = Assert.Single(run.Ambiguity.Exits);
        Assert.Equal((95, 95, 110), (exit.Chosen, exit.Pessimistic, exit.Optimistic));
        Assert.Equal((950, 1100), (run.Ambiguity.PessimisticFinal, run.Ambiguity.OptimisticFinal));
    }

    [Fact]
    public void Levels_lapse_when_the_target_goes_to_0()
    {
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, Flat, (100, 120, 80, 100)), Market.Deciding((moment, targets) =>
        {
            if (moment == 0)
                Enter(targets, 1, Both);
            if (moment == 1)
                targets[0] = 0;
        }), Market.Free);
        Assert.Equal([100m, 100m], run.Fills.Select(f => f.Price));
        Assert.Empty(run.Ambiguity.Exits);
    }

    [Fact]
    public void Levels_lapse_when_the_target_changes_sides_even_if_the_same_are_stated_again()
    {
        // Long 10 from 100 with a stop at 95; the turn to -10 is decided at 100, and the next open, 94, lies beyond that
        // stop: it sells 20 there all the same, and the new stop lies at 94 · 1.05 = 98.7.
        var levels = new ProtectiveLevels(ProtectiveLevel.Fraction(0.05));
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, (94, 94, 94, 94), (94, 99, 94, 94)), Market.Deciding((moment, targets) =>
        {
            if (moment <= 1)
                Enter(targets, moment == 0 ? 1 : -1, levels);
        }), Market.Free);
        Assert.Equal([(100m, 10m), (94m, -20m), (98.7m, 10m)], run.Fills.Select(f => (f.Price, f.SignedQuantity)));
    }

    [Fact]
    public void Levels_work_again_when_a_change_of_sides_is_taken_back_before_it_fills()
    {
        // The turn of moment 1 would arrive two minutes later; moment 2 wants the long side again, with the same stop at 95.
        var levels = new ProtectiveLevels(ProtectiveLevel.Fraction(0.05));
        BacktestResult run = Backtest.Run(
            Market.OfBars(Flat, Flat, Flat, Flat, Flat, Flat, (100, 100, 94, 100)),
            Market.Deciding((moment, targets) =>
            {
                if (moment is 0 or 3 or 4)
                    Enter(targets, moment == 3 ? -1 : 1, levels);
            }),
            Market.Free with { Latency = Latency.Fixed(TimeSpan.FromSeconds(90)) });
        Assert.Equal([(100m, 10m), (95m, -10m)], run.Fills.Select(f => (f.Price, f.SignedQuantity)));
    }

    private static BacktestResult Guarded(ProtectiveLevels levels, params (double, double, double, double)[] bars) =>
        Backtest.Run(Market.OfBars(bars), Market.Deciding((moment, targets) =>
        {
            if (moment == 0)
                Enter(targets, 1, levels);
        }), Market.Free);

    private static void Enter(TargetExposures targets, double exposure, in ProtectiveLevels levels)
    {
        targets[0] = exposure;
        if (exposure != 0)
            targets.Protect(0, levels);
    }
}
