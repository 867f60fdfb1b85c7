using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;

namespace TradeBot.Trading.Tests;

public class SweepTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Agrees_with_the_engine_on_random_rules_candles_and_conditions()
    {
        int own = 0, all = 0, fills = 0, shorts = 0;
        for (int seed = 0; seed < 250; seed++)
        {
            var random = new Random(seed);
            CandleSeries candles = RandomRules.Candles(random);
            BacktestOptions options = RandomRules.Options(random);
            IStrategy[] strategies = [.. Enumerable.Range(0, 8).Select(_ => RandomRules.Strategy(random))];
            IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, strategies, options, new SweepOptions { KeepReturns = true, KeepFills = true });
            for (int i = 0; i < strategies.Length; i++)
            {
                BacktestResult run = Backtest.Run(candles, strategies[i], options);
                RequireSame(run, trials[i], $"seed {seed}, {strategies[i].Name}");
                (all, own, fills) = (all + 1, own + (trials[i].IsByEngine ? 0 : 1), fills + trials[i].FillCount);
                shorts += run.Trades.Count(t => !t.IsLong);
            }
        }

        // The comparison must be of two paths, not of the engine with itself.
        Assert.True(own > all * 0.8, $"only {own} of {all} trials ran on the sweep's own path");
        Assert.True(fills > 10_000 && shorts > 2_000, $"{fills} fills, {shorts} shorts");
    }

    [Fact]
    public void Agrees_with_the_engine_over_many_blocks()
    {
        CandleSeries candles = MarketGenerator.Single(30_000, seed: 3);
        IStrategy[] strategies =
        [
            new SmaCross(5, 40), new SmaCross(10, 300, allowShort: true), EmaCross.Rule(20, 90, allowShort: true),
            .. Enumerable.Range(0, 60).Select(i => RandomRules.Strategy(new Random(i))),
        ];
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, strategies, options: new SweepOptions { KeepReturns = true, KeepFills = true });
        Assert.Equal([false, false, false], trials.Take(3).Select(t => t.IsByEngine));
        Assert.Equal(Backtest.Run(candles, strategies[1]).Performance.Sharpe, trials[1].Sharpe);
        for (int i = 0; i < strategies.Length; i++)
            RequireSame(Backtest.Run(candles, strategies[i]), trials[i], strategies[i].Name);
    }

    [Fact]
    public void Agrees_with_the_engine_on_the_classics_of_the_library()
    {
        CandleSeries candles = MarketGenerator.Single(20_000, seed: 8);
        DefinedStrategy[] strategies = [.. StrategyLibrary.All.Select(s => s.Create()).Where(s => s is RuleStrategy { Definition: { Hedge: null, On.IsMany: false } })];
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, strategies, options: new SweepOptions { KeepReturns = true, KeepFills = true });
        for (int i = 0; i < strategies.Length; i++)
            RequireSame(Backtest.Run(candles, strategies[i]), trials[i], strategies[i].Name);

        // Only what grows a position or follows an exposure is left to the engine.
        Assert.Equal(strategies.Where(s => s.Definition is RuleDefinition { Target: not null } or RuleDefinition { Pyramid: not null }), strategies.Where((_, i) => trials[i].IsByEngine));
    }

    [Fact]
    public void Over_the_sample_returns_are_the_engines_to_the_last_bit()
    {
        CandleSeries candles = CandleCsv.Read(Repository.PathOf("data", "sample", "SYNBTC_1m.csv.gz"));
        IStrategy[] strategies = [.. from fast in Enumerable.Range(1, 3) from slow in Enumerable.Range(2, 3) select new SmaCross(15 * fast, 40 * slow)];
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, strategies, options: new SweepOptions { KeepReturns = true });
        foreach (SweepTrial trial in trials)
        {
            PerformanceSummary summary = Backtest.Run(candles, strategies[trial.Number]).Performance;
            Assert.False(trial.IsByEngine);
            Assert.Equal(summary.PeriodReturns.ToArray(), trial.PeriodReturns.ToArray());
            Assert.Equal((summary.Sharpe, summary.Sortino, summary.MaxDrawdown), (trial.Sharpe, trial.Sortino, trial.MaxDrawdown));
        }
    }

    [Fact]
    public void A_trial_has_the_figures_that_a_sweep_computes_and_refuses_the_others()
    {
        CandleSeries candles = MarketGenerator.Single(20_000, seed: 5);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [new SmaCross(5, 20)]));
        BacktestResult run = Backtest.Run(candles, new SmaCross(5, 20));
        Assert.False(trial.IsByEngine);
        Assert.Equal(
            ["Total return", "Annual return", "Buy and hold", "Volatility", "Sharpe ratio", "Sortino ratio", "Calmar ratio", "Maximum drawdown", "Trades", "Win rate", "Profit factor", "Expectancy", "Time in market", "Turnover"],
            trial.Figures.Select(f => f.Name));
        foreach (PerformanceFigure figure in trial.Figures)
        {
            PerformanceFigure expected = run.Performance.Figure(figure.Name);
            Assert.Equal(expected with { Value = figure.Value }, figure);
            Assert.Equal(figure, trial.Figure(figure.Name));
            RequireSame(expected.Value, figure.Value, figure.Name);
        }

        Assert.Equal(trial.Sharpe, trial.Figure("sharpe").Value);
        Assert.Equal("There is no figure 'Sharp ratio'; the nearest is 'Sharpe ratio'. (Parameter 'name')", Assert.Throws<ArgumentException>(() => trial.Figure("Sharp ratio")).Message);
        Assert.StartsWith("A sweep does not compute 'Omega ratio': trial.Backtest().Performance has it", Assert.Throws<ArgumentException>(() => trial.Figure("omega ratio")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'Omega ratio' is not among these 14 figures", Assert.Throws<ArgumentException>(() => trial.Figures.Named("omega ratio")).Message, StringComparison.Ordinal);
        Assert.Equal(run.Manifest.ResultHash, trial.Backtest().Manifest.ResultHash);
    }

    [Fact]
    public void Gives_the_same_at_any_number_of_threads()
    {
        CandleSeries candles = MarketGenerator.Single(20_000, seed: 5);
        IStrategy[] strategies = [.. Enumerable.Range(0, 100).Select(i => RandomRules.Strategy(new Random(i)))];
        IReadOnlyList<SweepTrial> one = Sweep.Run(candles, strategies, options: new SweepOptions { MaxParallelism = 1 });
        IReadOnlyList<SweepTrial> many = Sweep.Run(candles, strategies, options: new SweepOptions { MaxParallelism = 7 });
        Assert.Equal(one.Select(t => (t.Number, t.FinalEquity, t.Sharpe, t.MaxDrawdown, t.Fees)), many.Select(t => (t.Number, t.FinalEquity, t.Sharpe, t.MaxDrawdown, t.Fees)));
    }

    [Fact]
    public void A_pair_that_loses_nearly_all_to_fees_stays_on_the_sweeps_own_path()
    {
        CandleSeries candles = MarketGenerator.Single(60_000, seed: 8);
        foreach (IStrategy strategy in (IStrategy[])[new SmaCross(1, 2), new SmaCross(1, 3, allowShort: true)])
        {
            BacktestResult run = Backtest.Run(candles, strategy);
            SweepTrial trial = Assert.Single(Sweep.Run(candles, [strategy], options: new SweepOptions { KeepReturns = true, KeepFills = true }));
            Assert.True(trial.FinalEquity < 1, FormattableString.Invariant($"{strategy.Name} kept {trial.FinalEquity} of 10,000"));
            Assert.False(trial.IsByEngine);
            RequireSame(run, trial, strategy.Name);
        }
    }

    [Fact]
    public void A_liquidation_is_left_to_the_engine()
    {
        CandleSeries candles = Market.OfCloses(100, 90, 100, 150, 210, 220, 230);
        RequireByEngine(candles, Strategy.Rule().Short(Expressions.Close < Expressions.Close[1]).Build(), run => Assert.Single(run.Liquidations));
    }

    [Fact]
    public void A_refused_order_is_left_to_the_engine()
    {
        CandleSeries candles = Market.OfCloses(100, 110, 120, 130);
        RequireByEngine(candles, Strategy.Rule().Long(Expressions.Close > Expressions.Close[1]).Build(), run => Assert.NotEmpty(run.Refusals), cash: 50m);
    }

    [Fact]
    public void A_turn_that_restates_its_levels_fills_though_the_open_has_passed_the_old_one()
    {
        // Short from 100 with a stop at 103; the turn is decided at 101.9, and the next open, 105, lies beyond that stop.
        CandleSeries candles = Market.OfBars((100, 100, 100, 100), (100, 101, 99, 101), (101, 101, 100, 100), (100, 101.9, 100, 101.9), (105, 106, 105, 106), (106, 107, 106, 107));
        RuleStrategy rule = Strategy.Rule()
            .Short(Expressions.Close < Expressions.Close[1]).Long(Expressions.Close > Expressions.Close[1])
            .Stop(new LevelRule(LevelUnit.Fraction, 0.03)).Build();
        BacktestResult run = Backtest.Run(candles, rule);
        Assert.DoesNotContain(run.Orders, o => o.Exit == ProtectiveExit.Stop && o.State == OrderState.Filled);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [rule], options: new SweepOptions { KeepReturns = true, KeepFills = true }));
        Assert.False(trial.IsByEngine);
        RequireSame(run, trial, rule.Name);
    }

    [Fact]
    public void Conditions_that_it_cannot_reproduce_run_through_the_engine()
    {
        CandleSeries candles = MarketGenerator.Single(3_000, seed: 2);
        BacktestOptions[] others =
        [
            new() { Latency = Latency.Fixed(TimeSpan.FromSeconds(70)) },
            new() { Participation = 0.1 },
            new() { Sizing = Sizing.FixedQuantity(1) },
            new() { Slippage = Slippage.SquareRootImpact(1) },
            new() { AtEnd = EndOfRun.CloseAtLastClose },
            new() { Risk = new RiskPolicy { MaxDailyLoss = 0.001 } },
            new() { SizedAt = SizingMoment.Fill },
            new() { Fees = Fees.Bybit.LinearByVolume },
        ];
        foreach (BacktestOptions options in others)
        {
            SweepTrial trial = Assert.Single(Sweep.Run(candles, [new SmaCross(5, 20)], options, new SweepOptions { KeepReturns = true, KeepFills = true }));
            Assert.True(trial.IsByEngine);
            RequireSame(Backtest.Run(candles, new SmaCross(5, 20), options), trial, options.ToString());
        }
    }

    [Fact]
    public void Strategies_of_any_kind_run_behind_the_same_call()
    {
        CandleSeries candles = MarketGenerator.Single(3_000, seed: 2);
        IStrategy scripted = Market.Deciding((moment, targets) => targets[0] = moment / 100 % 2);
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, [scripted, new SmaCross(5, 20)]);
        Assert.Equal([true, false], trials.Select(t => t.IsByEngine));
        Assert.Equal(Backtest.Run(candles, scripted).Performance.Sharpe, trials[0].Sharpe);
    }

    [Fact]
    public void A_strategy_that_throws_is_a_failed_trial_and_the_others_go_on()
    {
        CandleSeries candles = MarketGenerator.Single(3_000, seed: 2);
        IStrategy faulty = Market.Deciding((moment, _) => throw new InvalidOperationException("no idea"));
        IReadOnlyList<SweepTrial> trials = Sweep.Run(candles, [faulty, new SmaCross(5, 20)]);
        Assert.Equal("no idea", trials[0].Error?.Message);
        Assert.True(double.IsNaN(trials[0].Sharpe));
        Assert.Equal("Trial 0 failed and has no figures: no idea", Assert.Throws<InvalidOperationException>(() => trials[0].Figures).Message);
        Assert.Equal("no idea", Assert.Throws<InvalidOperationException>(() => trials[0].Backtest()).Message);
        Assert.Null(trials[1].Error);
    }

    [Fact]
    public void It_can_be_cancelled_and_tells_how_far_it_is()
    {
        CandleSeries candles = MarketGenerator.Single(20_000, seed: 5);
        IStrategy[] strategies = [.. Enumerable.Range(2, 50).Select(i => new SmaCross(i, 2 * i))];
        var told = new List<SweepProgress>();
        using var source = new CancellationTokenSource();
        var stops = new Told(p =>
        {
            told.Add(p);
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep.Run(candles, strategies, options: new SweepOptions { Progress = stops }, cancellationToken: source.Token));
        Assert.Single(told);

        told.Clear();
        Sweep.Run(candles, strategies, options: new SweepOptions { Progress = new Told(told.Add) });
        Assert.Equal(1, told[^1].Fraction);
        Assert.Equal(told.Order(Comparer<SweepProgress>.Create((a, b) => a.Done.CompareTo(b.Done))), told);
    }

    private static void RequireByEngine(CandleSeries candles, IStrategy strategy, Action<BacktestResult> holds, decimal cash = 10_000m)
    {
        var options = new BacktestOptions
        {
            Cash = cash, Instruments = new Dictionary<string, Instrument> { ["TEST"] = new("TEST", InstrumentKind.Linear, 0.01m, 1m) },
        };
        BacktestResult run = Backtest.Run(candles, strategy, options);
        holds(run);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [strategy], options, new SweepOptions { KeepReturns = true, KeepFills = true }));
        Assert.True(trial.IsByEngine);
        RequireSame(run, trial, strategy.Name);
    }

    private static void RequireSame(BacktestResult run, SweepTrial trial, string what)
    {
        Assert.Equal(run.Fills.Select(f => f with { Order = 0 }), trial.Fills);
        Assert.Equal(run.Fills.Count, trial.FillCount);
        PerformanceSummary summary = run.Performance;
        (string, double, double)[] figures =
        [
            ("equity", run.Equity.Final, trial.FinalEquity), ("return", 1 + summary.TotalReturn, 1 + trial.TotalReturn),
            ("annual", 1 + summary.AnnualReturn, 1 + trial.AnnualReturn), ("volatility", summary.Volatility, trial.Volatility),
            ("drawdown", summary.MaxDrawdown, trial.MaxDrawdown), ("trades", summary.Trades, trial.Trades), ("wins", summary.WinRate, trial.WinRate),
            ("factor", summary.ProfitFactor, trial.ProfitFactor), ("expectancy", summary.Expectancy, trial.Expectancy),
            ("time", summary.TimeInMarket, trial.TimeInMarket), ("turnover", summary.Turnover, trial.Turnover),
            ("fees", (double)run.Costs.Fees, trial.Fees),

            // Slippage is a difference of prices: what is known of it to 9 digits is its share of the value traded.
            ("slippage", (double)(run.Costs.Turnover + run.Costs.Slippage), (double)run.Costs.Turnover + trial.Slippage),
            ("costs", (double)(run.Costs.Turnover + run.Costs.Total), (double)run.Costs.Turnover + trial.Costs),
        ];
        foreach ((string name, double expected, double actual) in figures)
            RequireSame(expected, actual, $"{name} of {what}");

        // A ratio to a risk of next to nothing magnifies the last bit of equity, on both sides.
        double magnified = Math.Max(1, 1e-3 / summary.Volatility);
        RequireSame(summary.Sharpe / magnified, trial.Sharpe / magnified, $"Sharpe of {what}");
        RequireSame(summary.Sortino / magnified, trial.Sortino / magnified, $"Sortino of {what}");
        RequireSame(summary.Calmar * summary.MaxDrawdown, trial.Calmar * trial.MaxDrawdown, $"Calmar of {what}");
        foreach ((double expected, double actual) in summary.PeriodReturns.ToArray().Zip(trial.PeriodReturns.ToArray()))
            RequireSame(1 + expected, 1 + actual, $"a return of {what}");
        Assert.Equal(summary.PeriodReturns.Length, trial.PeriodReturns.Length);
    }

    private static void RequireSame(double expected, double actual, string what) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= Tolerance * Math.Max(1e-3, Math.Abs(expected)),
        FormattableString.Invariant($"{what}: engine {expected:R}, sweep {actual:R}"));

    private sealed class Told(Action<SweepProgress> tell) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => tell(value);
    }
}
