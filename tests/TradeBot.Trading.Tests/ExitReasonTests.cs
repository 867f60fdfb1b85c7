using TradeBot.MarketData;
using TradeBot.Strategies;
using static TradeBot.Strategies.Expressions;

namespace TradeBot.Trading.Tests;

/// <summary>Why a trade was left, in the engine and in the sweep.</summary>
public class ExitReasonTests
{
    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    // Enters at the close of the second candle, at 101, and fills at the third's open.
    private static readonly (double, double, double, double)[] Begin = [Flat, (100, 101, 100, 101), (100, 100, 100, 100)];

    private static StrategyBuilder Rise => Strategy.Rule().Long(Close > Close[1]);

    public static TheoryData<string, ExitReason> Cases => new()
    {
        { "signal", ExitReason.Signal }, { "stop", ExitReason.Stop }, { "target", ExitReason.Target },
        { "trailing", ExitReason.Trailing }, { "time", ExitReason.Time }, { "end", ExitReason.End },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_trade_says_why_it_was_left_and_the_sweep_says_the_same(string what, ExitReason expected)
    {
        (RuleStrategy rule, (double, double, double, double)[] rest) = what switch
        {
            "signal" => (Rise.Exit(Close < 99).Build(), new[] { (100.0, 100.0, 98.0, 98.0), (97, 97, 97, 97) }),
            "stop" => (Rise.Stop(5).TakeProfit(10).Build(), [(100, 101, 94, 99), Flat]),
            "target" => (Rise.Stop(5).TakeProfit(10).Build(), [(100, 111, 99, 100), Flat]),
            "trailing" => (Rise.TrailingStop(5).Build(), [(100, 104, 100, 104), (104, 104, 98, 98), Flat]),
            "time" => (Rise.TimeStop(2).Build(), [(100, 100, 99, 99), (98, 98, 98, 98)]),
            _ => (Rise.Build(), [Flat, (100, 103, 100, 103)]),
        };
        CandleSeries candles = Market.OfBars([.. Begin, .. rest]);
        BacktestResult run = Backtest.Run(candles, rule, Market.Free);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [rule], Market.Free, new SweepOptions { KeepFills = true }));

        Assert.Equal(expected, run.Trades[0].ExitReason);
        Assert.False(trial.IsByEngine);
        Assert.Equal(run.Fills.Select(f => f.Exit), trial.Fills.Select(f => f.Exit));
        Assert.Equal(expected == ExitReason.End ? [null] : [null, expected], run.Fills.Take(2).Select(f => f.Exit));
    }

    [Fact]
    public void A_position_that_is_closed_at_the_end_ends_with_the_data()
    {
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, Flat]), Rise.Build(), Market.Free with { AtEnd = EndOfRun.CloseAtLastClose });
        Assert.Equal((false, ExitReason.End), (run.Trades[0].IsOpen, run.Trades[0].ExitReason));
    }

    [Fact]
    public void A_liquidation_is_told()
    {
        BacktestResult run = Backtest.Run(Market.OfCloses(100, 90, 100, 150, 210, 220, 230), Strategy.Rule().Short(Close < Close[1]).Build());
        Assert.Equal(ExitReason.Liquidation, Assert.Single(run.Trades, t => t.IsLiquidated).ExitReason);
    }

    [Fact]
    public void A_time_stop_that_falls_on_a_signal_is_a_signal()
    {
        RuleStrategy rule = Rise.TimeStop(2).Exit(Close < 99).Build();
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (100, 100, 98, 98), Flat, Flat]), rule, Market.Free);
        Assert.Equal(ExitReason.Signal, run.Trades[0].ExitReason);
    }

    [Fact]
    public void Exports_hold_the_reason()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (100, 101, 94, 99), Flat]), Rise.Stop(5).Build(), Market.Free);
            run.Export(folder);
            run.Export(folder, ExportFormat.Json);
            string[] lines = File.ReadAllLines(Path.Combine(folder, "trades.csv"));

            Assert.EndsWith(",exit_reason", lines[0], StringComparison.Ordinal);
            Assert.EndsWith(",stop", lines[1], StringComparison.Ordinal);
            Assert.Contains("\"stop\"", File.ReadAllText(Path.Combine(folder, "result.json")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_partial_target_closes_its_part_once_and_the_rest_goes_on_to_the_stop()
    {
        RuleStrategy rule = Rise.Stop(5).PartialTarget(5, 0.5).PartialTarget(Percent(8), 0.25).Build();
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (100, 106, 100, 105), (105, 105.5, 105, 105), (105, 105, 94, 95), Flat]), rule, Market.Free);
        decimal held = run.Fills[0].Quantity;

        Assert.Equal([100m, 105m, 95m], run.Fills.Select(f => f.Price));
        Assert.Equal(held / 2, run.Fills[1].Quantity, 6);
        Assert.Equal(held, run.Fills[1].Quantity + run.Fills[2].Quantity);
        Assert.Equal([null, ExitReason.Target, ExitReason.Stop], run.Fills.Select(f => f.Exit));
        Assert.Equal((ExitReason.Stop, held), (Assert.Single(run.Trades).ExitReason, run.Trades[0].Quantity));
    }

    [Fact]
    public void Partial_targets_of_the_whole_position_close_all_of_it()
    {
        RuleStrategy rule = Strategy.Rule().Short(Close > Close[1]).PartialTarget(Percent(5), 0.3).PartialTarget(10, 0.7).Build();
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (100, 100, 94, 95), (95, 95, 89, 90), Flat]), rule, Market.Free);

        Assert.Equal([100m, 95m, 90m], run.Fills.Select(f => f.Price));
        Assert.Equal((false, ExitReason.Target), (run.Trades[0].IsOpen, run.Trades[0].ExitReason));
    }

    [Fact]
    public void A_target_shrinks_with_what_a_partial_target_closed_and_is_not_bought_back()
    {
        List<double> seen = [];
        BacktestResult run = Backtest.Run(
            Market.OfBars(Flat, Flat, (100, 106, 100, 105), Flat, Flat),
            Market.Deciding((moment, targets) =>
            {
                seen.Add(targets[0]);
                if (moment == 0)
                {
                    targets[0] = 0.8;
                    targets.Protect(0, new ProtectiveLevels { Partials = new PartialTargets([new PartialTarget(ProtectiveLevel.Distance(5), 0.5)]) });
                }
            }),
            Market.Free);

        Assert.Equal(2, run.Fills.Count);
        Assert.Equal([0, 0.8, 0.4, 0.4, 0.4], seen.Select(x => Math.Round(x, 6)));
    }

    [Theory]
    [InlineData(103.9, 96)] // not far enough: the stop stays at 95
    [InlineData(104, 100)] // far enough: from the next open on the stop is the entry price
    public void A_stop_moves_to_the_entry_price_after_the_price_has_been_far_enough(double best, double closed)
    {
        RuleStrategy rule = Rise.Stop(5).BreakEven(Percent(4)).Build();
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (101, best, 101, 102), (102, 102, 96, 96), (96, 96, 96, 96)]), rule, Market.Free with { AtEnd = EndOfRun.CloseAtLastClose });

        Assert.Equal([100m, (decimal)closed], run.Fills.Select(f => f.Price));
        Assert.Equal(closed == 100 ? ExitReason.Stop : ExitReason.End, run.Trades[0].ExitReason);
    }

    [Fact]
    public void A_break_even_without_a_stop_puts_one_and_the_candle_that_reached_it_cannot_meet_it()
    {
        // The candle that goes to 98 first reaches the level within itself; only the next one is stopped.
        RuleStrategy rule = Strategy.Rule().Short(Close > Close[1]).BreakEven(2).Build();
        BacktestResult run = Backtest.Run(Market.OfBars([.. Begin, (100, 101, 98, 99), (99, 100, 99, 99), (99, 99, 99, 99)]), rule, Market.Free);

        Assert.Equal([100m, 100m], run.Fills.Select(f => f.Price));
        Assert.Equal(ExitReason.Stop, run.Trades[0].ExitReason);
    }

    [Fact]
    public void Documents_keep_partial_targets_and_break_even_and_the_sweep_leaves_them_to_the_engine()
    {
        const string Yaml = """
            parameters:
              part: 0.5
            long: close > close[1]
            stop: 5
            partial targets:
            - at: 5
              close: part
            - at: 8%
              close: 0.25
            break even: 4%
            """;
        DefinedStrategy rule = Strategy.Parse(Yaml);
        CandleSeries candles = MarketGenerator.Single(3_000, seed: 4);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [rule], null, new SweepOptions { KeepFills = true }));

        Assert.Equal(Yaml.ReplaceLineEndings("\n") + "\n", rule.ToYaml());
        Assert.Equal(rule.ToYaml(), Strategy.Parse(rule.ToYaml()).ToYaml());
        Assert.True(trial.IsByEngine);
        Assert.Equal(Backtest.Run(candles, rule).FinalCash, Backtest.Run(candles, Strategy.Parse(rule.ToYaml())).FinalCash);
        Assert.True(CausalityCheck.Run(rule, candles).IsCausal);
    }

    [Theory]
    [InlineData("partial targets: [{at: 2%, close: 0.6}, {at: 4%, close: 0.6}]", "sum to 1.2")]
    [InlineData("partial targets: [{at: 2%, close: 0}]", "in (0, 1], got 0")]
    [InlineData("partial targets: [{at: 2%}]", "is missing")]
    [InlineData("partial targets: [{at: -1, close: 0.5}]", "must be above 0")]
    [InlineData("partial targets: 2%", "must be a list of targets")]
    [InlineData("break even: 0%", "must be above 0")]
    public void What_cannot_be_is_told(string line, string message) =>
        Assert.Contains(Strategy.Validate($"long: close > open\n{line}\n"), f => !f.IsWarning && f.Message.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("rsi(14) > 99 and close > 0", "rsi(14) > 99 was never true in 400 candles; rsi(14) was from ")]
    [InlineData("close > ema(500)", "was unknown at all 400 candles")]
    [InlineData("rsi(14) > 60 and close < close[1] - 1000000", "close < close[1] - 1000000 was never true")]
    [InlineData("becomes(close > open) and becomes(close < open)", "its parts were never true together in 400 candles")]
    public void A_run_without_trades_says_which_condition_was_never_true(string condition, string reason)
    {
        BacktestResult run = Backtest.Run(MarketGenerator.Single(400, seed: 11), Strategy.Parse($"long: {condition}\n"));

        Assert.Empty(run.Fills);
        Assert.Contains(run.NoTradeReasons, r => r.StartsWith("long when: ", StringComparison.Ordinal) && r.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_trades_says_what_kept_a_true_entry_out()
    {
        BacktestResult run = Backtest.Run(MarketGenerator.Single(400, seed: 11), Strategy.Parse("long: close > open\nexit: close > 0\n"));
        Assert.Contains("exit when was true at", Assert.Single(run.NoTradeReasons), StringComparison.Ordinal);
        Assert.Empty(Backtest.Run(MarketGenerator.Single(400, seed: 11), Strategy.Parse("long: close > open\n")).NoTradeReasons);
    }

    [Fact]
    public void The_manifest_holds_the_parameters_that_were_bound()
    {
        DefinedStrategy rule = StrategyLibrary.Find("ema-cross").Create().With(new Dictionary<string, double> { ["fast"] = 10, ["slow"] = 30 });
        CandleSeries candles = MarketGenerator.Single(400, seed: 11);
        BacktestResult run = Backtest.Run(candles, rule);

        Assert.Equal("EMA cross 10/30", run.Manifest.Strategy);
        Assert.Equal([new("fast", 10), new("slow", 30)], run.Manifest.Parameters);
        Assert.Equal(Backtest.Run(candles, EmaCross.Rule(10, 30)).Manifest.ToJson(), run.Manifest.ToJson());
        Assert.Equal([new("fast", 3), new("slow", 9)], Backtest.Run(candles, new SmaCross(3, 9)).Manifest.Parameters);
    }
}
