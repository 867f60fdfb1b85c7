using TradeBot.MarketData;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Strategies.Tests;

public class RuleStrategyTests
{
    private static readonly StrategyBuilder AboveTen = Strategy.Rule().Long(Close > 10).Exit(Close < 5);

    [Fact]
    public void Enters_when_true_and_keeps_the_position_until_the_exit()
    {
        Assert.Equal([0, 1, 1, 0, 1], Play.Targets(AboveTen.Build(), 9, 11, 6, 4, 12));
    }

    [Fact]
    public void Is_long_and_short_and_turns_round_at_once()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10, 0.5).Short(Close < 5).Build();
        Assert.Equal([0, 0.5, 0.5, -1, -1, 0.5], Play.Targets(rule, 7, 11, 7, 4, 7, 11));
    }

    [Fact]
    public void Both_entries_at_once_are_none()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10).Short(Close > 12).Build();
        Assert.Equal([0, 1, 1], Play.Targets(rule, 13, 11, 13));
    }

    [Fact]
    public void An_exit_that_is_true_keeps_the_entry_out()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10).Exit(Close > 12).Build();
        Assert.Equal([0, 1, 0, 1], Play.Targets(rule, 13, 11, 13, 11));
    }

    [Fact]
    public void A_cooldown_of_two_leaves_two_candles_without_an_entry()
    {
        Assert.Equal([1, 0, 0, 0, 1], Play.Targets(AboveTen.Cooldown(2).Build(), 11, 4, 11, 11, 11));
    }

    [Fact]
    public void A_time_stop_of_two_closes_at_the_second_close_after_the_fill()
    {
        // Decided at candle 0, filled at the open of 1, held through 1 and 2, closed at the close of 2; entered again at 3.
        Assert.Equal([1, 1, 0, 1], Play.Targets(Strategy.Rule().Long(Close > 10).TimeStop(2).Build(), 11, 11, 11, 11));
    }

    [Fact]
    public void Pyramids_up_to_its_times_and_never_beyond_all_equity()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10, 0.4).Exit(Close < 5).Pyramid(Close > Close[1], 0.25, times: 3).Build();
        Assert.Equal([0.4, 0.65, 0.65, 0.9, 1, 1, 0], Play.Targets(rule, 11, 12, 11, 12, 13, 14, 4).Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Levels_are_worked_out_at_the_entry_and_stay()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10).Stop(0.5 * Close).TakeProfit(Percent(4)).TrailingStop(Percent(2.5)).Build();
        List<ProtectiveLevels> levels = [];
        Play.Run(rule, [Play.Closes(9, 12, 20)], (_, targets) => levels.Add(targets.LevelsOf(0)));

        Assert.True(levels[0].IsEmpty);
        var expected = new ProtectiveLevels(ProtectiveLevel.Distance(6), ProtectiveLevel.Fraction(0.04), ProtectiveLevel.Fraction(0.025));
        Assert.Equal([expected, expected], levels[1..]);
    }

    [Fact]
    public void A_stop_at_a_price_is_stated_again_at_each_candle()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10).StopAt(Lowest(Close, 2)).Build();
        List<ProtectiveLevel> stops = [];
        Play.Run(rule, [Play.Closes(9, 12, 20, 21)], (_, targets) => stops.Add(targets.LevelsOf(0).Stop));
        Assert.Equal([default, ProtectiveLevel.Price(9), ProtectiveLevel.Price(12), ProtectiveLevel.Price(20)], stops);
    }

    [Fact]
    public void Nothing_is_entered_while_a_level_is_unknown()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > 10).Stop(Atr(2)).Build();
        // ATR(2) is known from the third candle.
        Assert.Equal([0, 0, 1], Play.Targets(rule, 11, 12, 13));
    }

    [Fact]
    public void A_protective_exit_is_noticed_and_starts_the_cooldown()
    {
        RuleStrategy rule = AboveTen.Stop(1.0).Cooldown(1).Build();
        int step = 0;
        var steps = Play.Run(rule, [Play.Closes(11, 12, 12, 12, 12)], (_, targets) =>
        {
            if (step++ == 1)
                targets.Close(0, ProtectiveExit.Stop); // hit within the third candle
        });
        Assert.Equal([1, 0, 0, 0, 1], steps.Select(s => s.Targets[0]));
    }

    [Fact]
    public void Without_a_cooldown_a_protective_exit_may_be_followed_at_once()
    {
        RuleStrategy rule = AboveTen.Stop(1.0).Build();
        int step = 0;
        var steps = Play.Run(rule, [Play.Closes(11, 12, 12)], (_, targets) =>
        {
            if (step++ == 0)
                targets.Close(0, ProtectiveExit.Stop);
        });
        Assert.Equal([0, 1, 1], steps.Select(s => s.Targets[0]));
    }

    [Fact]
    public void Follows_an_exposure_beyond_its_tolerance()
    {
        RuleStrategy rule = Strategy.Rule().Target(Close / 10, tolerance: 0.15).Build();
        Assert.Equal([0.5, 0.5, 0.7, 1, -1, 0], Play.Targets(rule, 5, 6, 7, 30, -20, 0));
    }

    [Fact]
    public void Runs_on_each_symbol_with_an_equal_share()
    {
        RuleStrategy rule = Strategy.OnEverySymbol().Long(Close > 10).Exit(Close < 5).Build();
        var steps = Play.Run(rule, [Play.Series("A", Timeframe.OneMinute, 9, 11, 11), Play.Series("B", Timeframe.OneMinute, 11, 4, 11)]);
        Assert.Equal([[0, 0.5], [0.5, 0], [0.5, 0.5]], steps.Select(s => s.Targets));
    }

    [Fact]
    public void A_longer_candle_is_visible_only_once_it_has_closed()
    {
        // Five-minute closes: 1, then 11 from 00:05 to 00:20. The 15m candle of 00:00 closes at 00:15 with 11.
        RuleStrategy rule = Strategy.On("TEST", Timeframe.FiveMinutes).Long(Close.On(Timeframe.FifteenMinutes) > 10).Build();
        CandleSeries candles = Play.Series("TEST", Timeframe.FiveMinutes, 1, 11, 11, 11);
        Assert.Equal([0, 0, 1, 1], Play.Targets(rule, candles));
    }

    [Fact]
    public void Longer_candles_are_the_same_whether_given_or_made()
    {
        CandleSeries minutes = MarketGenerator.Single(3_000, seed: 5);
        Condition idea = Ema(5).On(minutes.Symbol, Timeframe.FifteenMinutes) > Ema(10).On(Timeframe.FifteenMinutes);
        RuleStrategy rule = Strategy.Rule().Long(idea).Exit(!idea).Build();

        double[] made = [.. Play.Run(rule, [minutes]).Select(s => s.Targets[0])];
        double[] given = [.. Play.Run(rule, [minutes, minutes.Resample(Timeframe.FifteenMinutes)]).Select(s => s.Targets[0])];
        Assert.Equal(given, made);
        Assert.InRange(made.Sum(), 500, 2_500);
    }

    [Fact]
    public void Compares_symbols_at_the_same_moment()
    {
        RuleStrategy rule = Strategy.On("A", Timeframe.OneMinute).Long(Close > Close.On("B")).Exit(Close < Close.On("B")).Build();
        Assert.Equal([new CandleFeed("A", Timeframe.OneMinute), new CandleFeed("B", Timeframe.OneMinute)], rule.Feeds);
        var steps = Play.Run(rule, [Play.Series("A", Timeframe.OneMinute, 1, 3, 2), Play.Series("B", Timeframe.OneMinute, 2, 2, 3)]);
        Assert.Equal([0, 1, 0], steps.Select(s => s.Targets[0]));
    }

    [Fact]
    public void A_feed_that_is_missing_is_named()
    {
        RuleStrategy rule = Strategy.On("A", Timeframe.OneMinute).Long(Close > Close.On("B")).Build();
        var error = Assert.Throws<ArgumentException>(() => rule.Start([new CandleFeed("A", Timeframe.OneMinute)]));
        Assert.Contains("reads B 1m; the run has A 1m", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_listed_together()
    {
        var error = Assert.Throws<StrategyException>(() => Strategy.On("A", Timeframe.OneMinute)
            .Long(Rsi(0) > 30, size: 2)
            .Long(Close > 1)
            .ExitShort(Indicator("emma", 5) > 1)
            .Stop(-1.0)
            .TimeStop(0)
            .Build());

        Assert.Equal(["long", "exit short", "stop", "time stop", "exit short when"], error.Faults.Select(f => f.Place));
        Assert.Contains("the nearest is 'ema'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_builder_can_be_continued_in_two_ways()
    {
        Assert.Equal([1, 1], Play.Targets(AboveTen.Build(), 11, 6));
        Assert.Equal([1, 0], Play.Targets(AboveTen.TimeStop(1).Build(), 11, 6));
    }

    [Fact]
    public void Parameters_can_be_given_other_values()
    {
        RuleStrategy rule = Strategy.Rule().Long(Close > Parameter("level", 10)).Exit(Close < Parameter("level", 10)).Build();
        DefinedStrategy other = rule.With(new Dictionary<string, double> { ["level"] = 20 });
        Assert.Equal([1, 1], Play.Targets(rule, 11, 21));
        Assert.Equal([0, 1], Play.Targets(other, 11, 21));
        var error = Assert.Throws<ArgumentException>(() => rule.With(new Dictionary<string, double> { ["levle"] = 20 }));
        Assert.Contains("the nearest is 'level'", error.Message, StringComparison.Ordinal);
    }

}
